import ArchiveIO
import DossierModel

/// What keeps a compound file from being read.
struct CompoundFileError: Error {
  var problem: ReadProblem

  init(_ reason: UnreadableReason, _ detail: String) {
    problem = ReadProblem(reason, part: nil, detail: detail)
  }
}

/// One stream or storage of a compound file.
struct CompoundEntry {
  enum Kind: Equatable { case storage, stream, root }

  /// Its name, as it stands.
  var name: String
  /// Where it stands: names from the root on, joined by "/", in lower case.
  var key: String
  var kind: Kind
  /// The first sector of a stream.
  var start: UInt32
  /// The size of a stream in bytes, as the directory states it.
  var size: UInt64
}

/// A compound file: a small file system in a file, read-only ([MS-CFB]).
///
/// Nothing the file states is believed: each chain is followed at most as far as the file has
/// sectors, and a stream is given only as far as its chain goes.
struct CompoundFile {
  /// The first eight bytes.
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  /// The largest number of a sector; above are marks.
  static let maximumSector: UInt32 = 0xFFFF_FFFA
  /// The most entries of the allocation table that are held: files to 2 GiB with small sectors.
  private static let maximumTable = 4 << 20

  let source: any ByteSource
  let sectorSize: Int
  private let miniSectorSize: Int
  private let miniCutoff: UInt64
  private let table: [UInt32]
  private var miniTable: [UInt32] = []
  private var miniStream: [UInt32] = []
  private var miniStreamSize: UInt64 = 0
  /// Streams and storages in the order of the tree; the root is not among them.
  private(set) var entries: [CompoundEntry] = []
  /// Whether the file ends before a sector that it names.
  private(set) var isCut = false

  /// Opens a compound file.
  ///
  /// - Throws: `CompoundFileError` where header, allocation table or directory cannot be used.
  init(_ source: any ByteSource) throws {
    self.source = source
    let header = LittleEndianBytes(try source.bytes(at: 0, count: 512))
    guard header.storage.starts(with: Self.signature) else {
      throw CompoundFileError(.corrupt, "no compound file signature")
    }
    guard let sectorShift = header.uint16(at: 30), let miniShift = header.uint16(at: 32),
      let firstDirectory = header.uint32(at: 48), let cutoff = header.uint32(at: 56),
      let firstMini = header.uint32(at: 60), let miniCount = header.index(at: 64),
      header.count == 512
    else { throw CompoundFileError(.truncated, "the header is cut off") }
    guard (7...16).contains(sectorShift), (2..<sectorShift).contains(miniShift) else {
      throw CompoundFileError(.corrupt, "impossible sector size")
    }
    sectorSize = 1 << Int(sectorShift)
    miniSectorSize = 1 << Int(miniShift)
    miniCutoff = UInt64(cutoff)
    let places = try Self.tableSectors(header: header, source: source, sectorSize: sectorSize)
    table = try Self.readTable(places, source: source, sectorSize: sectorSize)

    let directory = try sectors(from: firstDirectory, limit: 65_536 * 128 / sectorSize)
    var walk = CompoundDirectory(bytes: try bytes(of: directory))
    entries = walk.entries()
    guard let root = walk.root else {
      throw CompoundFileError(
        missing(directory) || walk.isEmpty ? .truncated : .corrupt, "no root directory entry")
    }
    let miniSectors = try sectors(from: firstMini, limit: min(miniCount, table.count))
    let miniBytes = LittleEndianBytes(try bytes(of: miniSectors))
    miniTable = (0..<miniBytes.count / 4).compactMap { miniBytes.uint32(at: $0 * 4) }
    miniStream = try sectors(from: root.start, limit: table.count)
    miniStreamSize = min(root.size, UInt64(miniStream.count) * UInt64(sectorSize))
    isCut = missing(directory) || missing(miniSectors) || missing(miniStream)
  }

  /// The stream or storage at a path, whatever the case of its letters.
  func entry(_ key: String) -> CompoundEntry? {
    let wanted = key.lowercased()
    return entries.first { $0.key.utf8.elementsEqual(wanted.utf8) }
  }

  /// The stream at a path, opened.
  func stream(_ key: String) throws -> CompoundStream? {
    guard let entry = entry(key), entry.kind == .stream else { return nil }
    return try open(entry)
  }

  /// Opens a stream.
  func open(_ entry: CompoundEntry) throws -> CompoundStream {
    let isMini = entry.size < miniCutoff
    let unit = isMini ? miniSectorSize : sectorSize
    let needed = Int(clamping: (entry.size + UInt64(unit) - 1) / UInt64(unit))
    let chain =
      isMini
      ? try Self.chain(from: entry.start, in: miniTable, limit: needed)
      : try sectors(from: entry.start, limit: needed)
    let held = UInt64(chain.count) * UInt64(unit)
    return CompoundStream(
      file: self, sectors: chain, unit: unit, isMini: isMini, size: Int(min(entry.size, held)),
      isShort: held < entry.size)
  }

  /// The bytes of a sector from an offset inside it; fewer at the end of the file.
  func read(sector: UInt32, at offset: Int, count: Int, isMini: Bool) throws -> [UInt8] {
    guard isMini else {
      let start = (UInt64(sector) + 1) * UInt64(sectorSize) + UInt64(offset)
      return try source.bytes(at: start, count: count)
    }
    let place = Int(sector) * miniSectorSize + offset
    let index = place / sectorSize
    guard index < miniStream.count else { return [] }
    return try read(
      sector: miniStream[index], at: place % sectorSize, count: count, isMini: false)
  }

  private func sectors(from first: UInt32, limit: Int) throws -> [UInt32] {
    try Self.chain(from: first, in: table, limit: limit)
  }

  private func missing(_ sectors: [UInt32]) -> Bool {
    sectors.contains { (UInt64($0) + 1) * UInt64(sectorSize) >= source.size }
  }

  private func bytes(of sectors: [UInt32]) throws -> [UInt8] {
    var result: [UInt8] = []
    for sector in sectors {
      result += try read(sector: sector, at: 0, count: sectorSize, isMini: false)
    }
    return result
  }

  /// Follows a chain; a chain that comes back on itself is refused, since it is longer than its
  /// table.
  private static func chain(from first: UInt32, in table: [UInt32], limit: Int) throws -> [UInt32] {
    var result: [UInt32] = []
    var sector = first
    while sector <= maximumSector, result.count < limit {
      guard result.count < table.count else {
        throw CompoundFileError(.corrupt, "a sector chain comes back on itself")
      }
      guard Int(sector) < table.count else { break }
      result.append(sector)
      sector = table[Int(sector)]
    }
    return result
  }

  private static func tableSectors(
    header: LittleEndianBytes, source: any ByteSource, sectorSize: Int
  ) throws -> [UInt32] {
    let perSector = sectorSize / 4
    let sectorsInFile = Int(clamping: source.size / UInt64(sectorSize)) + 1
    guard sectorsInFile <= maximumTable else {
      throw CompoundFileError(.tooLarge, "the allocation table is too large")
    }
    // A table longer than the file could fill says nothing: the rest is never read.
    let most = sectorsInFile / perSector + 1
    let stated = min(header.index(at: 44) ?? 0, most)
    var places = (0..<109).compactMap { header.uint32(at: 76 + $0 * 4) }
    var next = header.uint32(at: 68) ?? endOfChain
    var steps = 0
    while next <= maximumSector, places.count < stated, steps < most {
      let bytes = try source.bytes(
        at: (UInt64(next) + 1) * UInt64(sectorSize), count: sectorSize)
      let sector = LittleEndianBytes(bytes)
      places += (0..<perSector - 1).compactMap { sector.uint32(at: $0 * 4) }
      next = sector.uint32(at: sectorSize - 4) ?? endOfChain
      steps += 1
    }
    return Array(places.filter { $0 <= maximumSector }.prefix(stated))
  }

  private static func readTable(
    _ places: [UInt32], source: any ByteSource, sectorSize: Int
  ) throws -> [UInt32] {
    var table: [UInt32] = []
    table.reserveCapacity(places.count * sectorSize / 4)
    for place in places {
      let start = (UInt64(place) + 1) * UInt64(sectorSize)
      let sector = LittleEndianBytes(try source.bytes(at: start, count: sectorSize))
      for index in 0..<sectorSize / 4 {
        table.append(sector.uint32(at: index * 4) ?? 0xFFFF_FFFF)
      }
    }
    guard !table.isEmpty else { throw CompoundFileError(.truncated, "no allocation table") }
    return table
  }
}
