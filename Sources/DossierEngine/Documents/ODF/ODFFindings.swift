/// What reading the text of an OpenDocument file found besides it.
struct ODFFindings {
  var revisionCount = 0
  var revisionAuthors: [String] = []
  var commentCount = 0
  var commentAuthors: [String] = []
  var commentDates: [String] = []
  var hiddenText: [String] = []
  var externalTargets: [String] = []
  var hasFetchedLinks = false
  var hasMacros = false
  var hasEmbeddedObjects = false
  var hasLegacyText = false
}
