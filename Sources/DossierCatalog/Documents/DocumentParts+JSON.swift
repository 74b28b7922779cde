// The parts of documents of which there are thousands, each with its keys in alphabetical order.

extension MetadataDocument: JSONWritable {
  /// The document as one line of JSON in UTF-8, without a line feed: what `JSONText.line` writes.
  ///
  /// - Throws: what Foundation's encoder throws, which for these documents is nothing.
  public func line() throws -> [UInt8] {
    var writer = JSONWriter()
    try write(to: &writer)
    return writer.bytes
  }

  /// Writes the keys in alphabetical order.
  public func write(to writer: inout JSONWriter) throws {
    try writer.object { writer in
      writer.key("custom")
      try writer.value(custom)
      writer.key("datesRaw")
      writer.value(datesRaw)
      writer.key("details")
      writer.value(details)
      writer.key("fields")
      try writer.value(fields)
      writer.key("file")
      writer.value(file)
      writer.key("flags")
      writer.value(flags)
      writer.key("format")
      writer.value(format)
      writer.key("partial")
      writer.value(partial)
      writer.key("readable")
      writer.value(readable)
      writer.key("reason")
      writer.value(reason)
      writer.key("unreadable")
      writer.value(unreadable)
      writer.key("via")
      writer.value(via)
    }
  }
}

extension IndexDocument.FilePart: JSONWritable {
  /// Writes the keys in alphabetical order.
  public func write(to writer: inout JSONWriter) throws {
    try writer.object { writer in
      writer.key("alternative")
      writer.value(alternative)
      writer.key("archivePath")
      writer.value(archivePath)
      writer.key("criteria")
      writer.value(criteria)
      writer.key("document")
      try writer.value(document)
      writer.key("format")
      writer.value(format)
      writer.key("ground")
      writer.value(ground)
      writer.key("item")
      writer.value(item)
      writer.key("kind")
      writer.value(kind)
      writer.key("metadata")
      try metadata.write(to: &writer)
      writer.key("modified")
      writer.value(modified)
      writer.key("path")
      writer.value(path)
      writer.key("rawPath")
      writer.value(rawPath)
      writer.key("sha256")
      writer.value(sha256)
      writer.key("size")
      writer.value(size)
      writer.key("why")
      writer.value(why)
    }
  }
}

extension IndexDocument.DocumentPart: JSONWritable {
  /// Writes the keys in alphabetical order.
  public func write(to writer: inout JSONWriter) throws {
    try writer.object { writer in
      writer.key("date")
      writer.value(date)
      writer.key("evidenceCodes")
      writer.value(evidenceCodes)
      writer.key("issuingBody")
      writer.value(issuingBody)
      writer.key("notation")
      try writer.value(notation)
      writer.key("place")
      writer.value(place)
      writer.key("signerName")
      writer.value(signerName)
      writer.key("signerPosition")
      writer.value(signerPosition)
      writer.key("subject")
      writer.value(subject)
      writer.key("superiorBody")
      writer.value(superiorBody)
      writer.key("type")
      writer.value(type)
      writer.key("typeName")
      writer.value(typeName)
      writer.key("words")
      writer.value(words)
      writer.key("year")
      writer.value(year)
    }
  }
}

extension IndexDocument.NotationPart: JSONWritable {
  /// Writes the keys in alphabetical order.
  public func write(to writer: inout JSONWriter) throws {
    writer.object { writer in
      writer.key("number")
      writer.value(number)
      writer.key("symbol")
      writer.value(symbol)
      writer.key("written")
      writer.value(written)
    }
  }
}

extension CheckDocument.FindingPart: JSONWritable {
  /// Writes the keys in alphabetical order.
  public func write(to writer: inout JSONWriter) throws {
    writer.object { writer in
      writer.key("accepted")
      writer.value(accepted)
      writer.key("code")
      writer.value(code)
      writer.key("criterion")
      writer.value(criterion)
      writer.key("message")
      writer.value(message)
      writer.key("path")
      writer.value(path)
      writer.key("quotes")
      writer.list(quotes) { writer, quote in
        writer.object { writer in
          writer.key("path")
          writer.value(quote.path)
          writer.key("text")
          writer.value(quote.text)
        }
      }
      writer.key("remedy")
      writer.value(remedy)
      writer.key("severity")
      writer.value(severity)
    }
  }
}
