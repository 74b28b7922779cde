#pragma once
// Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy
// ('UErrorCode' has different definitions in different modules). The ICU members
// stand behind this macro and are used by pointer only.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
