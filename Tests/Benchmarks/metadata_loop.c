// What a plain C program makes of the metadata of DOCX files: libarchive's seekable ZIP reader,
// libxml2's text reader, one JSON object a line. The measure for `hoso metadata --format jsonl`.
//
//   metadata_loop parts|flags FILE...
//
// "parts" reads the content types, relationships, core, extended and custom properties and the
// settings. "flags" reads the stories and styles too, for tracked changes, comments and hidden text,
// as hoso must before it can leave a flag out. It checks nothing of the container.
#include <archive.h>
#include <archive_entry.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_VALUES = 64, MOST_TEXT = 512 };

struct value {
  char name[64];
  char text[MOST_TEXT];
};

struct file {
  struct value values[MOST_VALUES];
  int count;
  int rsids, relationships, types, external, changes, comments, hidden;
};

static int with_stories;
static xmlTextReaderPtr parser;
static char *buffer;
static size_t capacity;

static int begins(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

static int is_story(const char *name) {
  return begins(name, "word/") && strchr(name + 5, '/') == NULL &&
         (strcmp(name, "word/document.xml") == 0 || strcmp(name, "word/styles.xml") == 0 ||
          begins(name, "word/header") || begins(name, "word/footer") ||
          begins(name, "word/footnotes") || begins(name, "word/endnotes") ||
          strcmp(name, "word/comments.xml") == 0);
}

static int is_wanted(const char *name) {
  return strcmp(name, "[Content_Types].xml") == 0 || strcmp(name, "_rels/.rels") == 0 ||
         begins(name, "docProps/core") || begins(name, "docProps/app") ||
         begins(name, "docProps/custom") || strcmp(name, "word/settings.xml") == 0 ||
         strcmp(name, "word/_rels/document.xml.rels") == 0 || (with_stories && is_story(name));
}

static void add(struct file *file, const char *name, const char *text) {
  if (file->count == MOST_VALUES || text[strspn(text, " \t\r\n")] == 0) return;
  struct value *value = &file->values[file->count++];
  snprintf(value->name, sizeof value->name, "%s", name);
  snprintf(value->text, sizeof value->text, "%s", text);
}

static void property(struct file *file) {
  char name[64];
  snprintf(name, sizeof name, "%s", (const char *)xmlTextReaderConstLocalName(parser));
  if (xmlTextReaderIsEmptyElement(parser)) return;
  if (xmlTextReaderRead(parser) == 1 && xmlTextReaderNodeType(parser) == XML_READER_TYPE_TEXT)
    add(file, name, (const char *)xmlTextReaderConstValue(parser));
}

static void count_external(struct file *file) {
  xmlChar *mode = xmlTextReaderGetAttribute(parser, (const xmlChar *)"TargetMode");
  file->relationships++;
  if (mode && strcmp((const char *)mode, "External") == 0) file->external++;
  xmlFree(mode);
}

static void element(struct file *file, const char *part) {
  const char *name = (const char *)xmlTextReaderConstLocalName(parser);
  if (begins(part, "docProps/")) {
    if (xmlTextReaderDepth(parser) > 0) property(file);
  } else if (strcmp(name, "Relationship") == 0) {
    count_external(file);
  } else if (strcmp(name, "Override") == 0 || strcmp(name, "Default") == 0) {
    xmlChar *type = xmlTextReaderGetAttribute(parser, (const xmlChar *)"ContentType");
    if (type) file->types++;
    xmlFree(type);
  } else if (strcmp(name, "rsid") == 0) {
    file->rsids++;
  } else if (strcmp(name, "ins") == 0 || strcmp(name, "del") == 0 ||
             strcmp(name, "moveFrom") == 0 || strcmp(name, "moveTo") == 0) {
    file->changes++;
  } else if (strcmp(name, "comment") == 0) {
    file->comments++;
  } else if (strcmp(name, "vanish") == 0) {
    file->hidden++;
  }
}

static void parse(struct file *file, const char *part, int size) {
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  if (parser == NULL)
    parser = xmlReaderForMemory(buffer, size, NULL, NULL, options);
  else if (xmlReaderNewMemory(parser, buffer, size, NULL, NULL, options) != 0)
    return;
  while (xmlTextReaderRead(parser) == 1)
    if (xmlTextReaderNodeType(parser) == XML_READER_TYPE_ELEMENT) element(file, part);
}

static int read_entry(struct archive *archive) {
  size_t size = 0;
  for (;;) {
    if (size == capacity) {
      capacity = capacity ? capacity * 2 : 1 << 16;
      buffer = realloc(buffer, capacity);
      if (buffer == NULL) exit(2);
    }
    la_ssize_t got = archive_read_data(archive, buffer + size, capacity - size);
    if (got < 0) return -1;
    if (got == 0) return (int)size;
    size += (size_t)got;
  }
}

static void quoted(const char *text) {
  putchar('"');
  for (; *text; text++) {
    if (*text == '"' || *text == '\\') putchar('\\');
    if ((unsigned char)*text < 0x20) printf("\\u%04x", *text); else putchar(*text);
  }
  putchar('"');
}

static void print(const struct file *file, const char *path, int is_readable) {
  printf("{\"file\":");
  quoted(path);
  printf(",\"readable\":%s", is_readable ? "true" : "false");
  for (int index = 0; index < file->count; index++) {
    putchar(',');
    quoted(file->values[index].name);
    putchar(':');
    quoted(file->values[index].text);
  }
  printf(",\"rsids\":%d,\"types\":%d,\"relationships\":%d,\"external\":%d,\"changes\":%d,"
         "\"comments\":%d,\"hidden\":%d}\n",
         file->rsids, file->types, file->relationships, file->external, file->changes,
         file->comments, file->hidden);
}

static void read_file(const char *path) {
  static struct file file;
  file.count = 0;
  file.rsids = file.relationships = file.types = file.external = 0;
  file.changes = file.comments = file.hidden = 0;
  struct archive *archive = archive_read_new();
  struct archive_entry *entry;
  archive_read_support_format_zip_seekable(archive);
  int status = archive_read_open_filename(archive, path, 65536);
  while (status == ARCHIVE_OK &&
         (status = archive_read_next_header(archive, &entry)) == ARCHIVE_OK) {
    const char *name = archive_entry_pathname(entry);
    if (name == NULL || !is_wanted(name)) continue;
    int size = read_entry(archive);
    if (size > 0) parse(&file, name, size);
  }
  archive_read_free(archive);
  print(&file, path, status == ARCHIVE_EOF);
}

int main(int count, char **arguments) {
  if (count < 3) return 64;
  with_stories = strcmp(arguments[1], "flags") == 0;
  for (int index = 2; index < count; index++) read_file(arguments[index]);
  return 0;
}
