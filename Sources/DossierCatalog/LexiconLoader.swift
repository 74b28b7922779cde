public import DossierModel
import Yams

/// Loads the built-in lexicon from its embedded files.
public enum LexiconLoader {
  /// The lexicon of Vietnamese administrative documents.
  ///
  /// - Throws: a decoding error where an embedded file is broken, which the tests rule out.
  public static func builtIn() throws -> Lexicon {
    var lexicon = Lexicon()
    for bytes in [
      PackageResources.header_yaml, PackageResources.scoring_yaml, PackageResources.sheet_yaml,
      PackageResources.text_yaml, PackageResources.files_yaml,
    ] {
      let file = try decode(WordsFile.self, bytes)
      lexicon.words.merge(file.words) { $0 + $1 }
    }
    let types = try decode(TypesFile.self, PackageResources.types_yaml)
    lexicon.documentTypes = types.types.map(\.value)
    lexicon.legalOrgans = types.legalOrgans
    lexicon.yearTypes = types.yearTypes
    lexicon.foundingType = types.foundingType
    let counts = try decode(CountsFile.self, PackageResources.counts_yaml)
    lexicon.countSubjects = counts.subjects.map(\.value)
    lexicon.countQualifiers = counts.qualifiers.map(\.value)
    lexicon.numerals = try decode(NumeralsFile.self, PackageResources.numerals_yaml).value
    return lexicon
  }

  /// The numbers of lists in words and signs.
  ///
  /// - Throws: a decoding error where the embedded file is broken, which the tests rule out.
  public static func numberWords() throws -> NumberWords {
    try decode(NumberWords.self, PackageResources.list_numbers_yaml)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value
  {
    try YAMLDecoder().decode(type, from: String(decoding: bytes, as: UTF8.self))
  }
}

private struct WordsFile: Decodable {
  var words: [String: [String]]
}

private struct TypesFile: Decodable {
  struct Entry: Decodable {
    var name: String
    var abbreviation: String?
    var others: [String]?
    var cited: [String]?
    var citedOnly: Bool?
    var legal: Bool?
    var authorityLine: Bool?

    var value: Lexicon.DocumentType {
      Lexicon.DocumentType(
        abbreviation: abbreviation ?? "", name: name, otherNames: others ?? [],
        citedNames: cited ?? [], isCitedOnly: citedOnly ?? false, isLegalAct: legal ?? false,
        hasAuthorityLine: authorityLine ?? false)
    }
  }
  var types: [Entry]
  var legalOrgans: [String]
  var yearTypes: [String]
  var foundingType: String?
}

private struct CountsFile: Decodable {
  struct Entry: Decodable {
    var id: String
    var words: [String]

    var value: Lexicon.Entry { Lexicon.Entry(id: id, words: words) }
  }
  var subjects: [Entry]
  var qualifiers: [Entry]
}

private struct NumeralsFile: Decodable {
  var digits: [String: Int]
  var ten: [String]
  var tens: [String]
  var hundred: [String]
  var filler: [String]
  var half: [String]
  var fraction: [String]
  var ordinals: [String: Int]

  var value: Lexicon.Numerals {
    var numerals = Lexicon.Numerals()
    numerals.digits = digits
    numerals.ten = ten
    numerals.tens = tens
    numerals.hundred = hundred
    numerals.filler = filler
    numerals.half = half
    numerals.fraction = fraction
    numerals.ordinals = ordinals
    return numerals
  }
}
