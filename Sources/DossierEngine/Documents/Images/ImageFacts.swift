import DossierModel
import NativeReaders

/// What was found in a picture or film.
struct ImageFacts {
  var width: Int?
  var height: Int?
  var exif: EXIFFacts?
  /// Texts of the file by keyword (PNG).
  var texts: [(key: String, value: String)] = []
  var created: MetadataDate?
  var modified: MetadataDate?
  var seconds: Int?
  var problem: ReadProblem?

  /// As metadata.
  func metadata(isFilm: Bool) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    if let width, let height {
      metadata.details["pixelWidth"] = [String(width)]
      metadata.details["pixelHeight"] = [String(height)]
    }
    metadata.details["durationSeconds"] = seconds.map { [String($0)] }
    if let created { metadata.fields[.created] = .date(created) }
    if let modified { metadata.fields[.modified] = .date(modified) }
    addTexts(to: &metadata)
    if let exif { add(exif, to: &metadata) }
    metadata.isPartial = problem != nil && !metadata.fields.isEmpty
    return metadata
  }

  private func addTexts(to metadata: inout DocumentMetadata) {
    let fields: [String: MetadataField] = [
      "title": .title, "author": .creator, "description": .description, "software": .application,
    ]
    for (key, value) in texts {
      let trimmed = value.trimmedOfWhitespace
      guard !trimmed.isEmpty else { continue }
      if let field = fields[key.lowercased()], metadata.fields[field] == nil {
        metadata.fields[field] = .text(trimmed)
      } else if key.lowercased() == "creation time", metadata.fields[.created] == nil {
        metadata.details["creationTime"] = [trimmed]
      } else if !key.hasPrefix("XML:") {
        metadata.custom.append(CustomProperty(name: key, type: "text", value: trimmed))
      }
    }
  }

  private func add(_ exif: EXIFFacts, to metadata: inout DocumentMetadata) {
    set(.creator, exif.artist, in: &metadata)
    set(.application, exif.software, in: &metadata)
    set(.title, exif.title, in: &metadata)
    set(.description, exif.summary ?? exif.comment, in: &metadata)
    set(.keywords, exif.keywords, in: &metadata)
    addDate(exif.taken, zone: exif.zone, as: .created, to: &metadata)
    addDate(exif.modified, zone: exif.zoneOfModified, as: .modified, to: &metadata)
    metadata.details["taken"] = exif.taken.map { [$0] }
    let camera = [exif.make, exif.model].compactMap { $0 }
    if !camera.isEmpty { metadata.details["camera"] = [Self.cameraName(exif)] }
    metadata.details["orientation"] = exif.orientation.map { [String($0)] }
    if exif.hasPosition { metadata.details["position"] = ["present"] }
    metadata.via["exif"] = "segment"
  }

  /// Maker and model, the maker once where the model begins with it.
  private static func cameraName(_ exif: EXIFFacts) -> String {
    guard let make = exif.make else { return exif.model ?? "" }
    guard let model = exif.model else { return make }
    return model.lowercased().hasPrefix(make.lowercased()) ? model : "\(make) \(model)"
  }

  private func set(_ field: MetadataField, _ text: String?, in metadata: inout DocumentMetadata) {
    if let text { metadata.fields[field] = .text(text) }
  }

  private func addDate(
    _ raw: String?, zone: String?, as field: MetadataField, to metadata: inout DocumentMetadata
  ) {
    guard let raw, raw.contains(where: { $0.isNumber && $0 != "0" }) else { return }
    if let date = EXIFDate.parse(raw, zone: zone) {
      metadata.fields[field] = .date(date)
    } else {
      metadata.unreadable[field] = .corrupt
    }
  }
}

/// Reads the times of cameras: `YYYY:MM:DD HH:MM:SS`, and a zone beside it or none.
enum EXIFDate {
  static func parse(_ raw: String, zone: String?) -> MetadataDate? {
    let numbers = raw.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count >= 3,
      let date = CalendarDate(
        year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    let time = (
      hour: numbers.count > 3 ? numbers[3] : 0, minute: numbers.count > 4 ? numbers[4] : 0,
      second: numbers.count > 5 ? numbers[5] : 0
    )
    return ForeignDate.make(raw: raw, date: date, time: time, offset: zone.flatMap(offset))
  }

  private static func offset(_ zone: String) -> Int? {
    if zone == "Z" { return 0 }
    let parts = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0...14).contains(parts[0]), (0...59).contains(parts[1]),
      let sign = zone.first, sign == "+" || sign == "-"
    else { return nil }
    return (sign == "-" ? -1 : 1) * (parts[0] * 60 + parts[1])
  }
}
