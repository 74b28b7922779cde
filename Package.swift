// swift-tools-version: 6.2
import PackageDescription

// The settings hold for our own targets only: a dependency's warning is not ours to mend.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// Tests forge bytes all day; marking each of them unsafe would hide what matters.
let testHouse: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "hoso",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hoso", targets: ["hoso"]),
    // What the fuzzers link against: see Tests/Fuzz/run.sh.
    .library(name: "HosoFuzz", type: .static, targets: ["DossierEngine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // Floor 0: the system's C libraries.
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibQPDF", pkgConfig: "libqpdf",
      providers: [.apt(["libqpdf-dev"]), .brew(["qpdf"])]),
    .systemLibrary(
      name: "CLibExif", pkgConfig: "libexif",
      providers: [.apt(["libexif-dev"]), .brew(["libexif"])]),

    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),

    // The processor's SHA instructions, which Swift cannot name.
    .target(name: "CSHA256"),

    // Floor 1: bytes in and out of containers and XML.
    .target(
      name: "ArchiveIO", dependencies: ["CLibArchive", "CLibDeflate", "CZlib", "CSHA256"],
      swiftSettings: house),
    .target(name: "XMLPull", dependencies: ["CLibXML2"], swiftSettings: house),
    .target(
      name: "NativeReaders", dependencies: ["CLibQPDF", "CLibExif", "CZlib"],
      swiftSettings: house),

    .target(name: "QRCode", dependencies: ["CQREncode"], swiftSettings: house),

    // Floor 2: values and judgement, no file, no clock.
    .target(name: "DossierModel", swiftSettings: house),

    // Floor 3: words, severities and profiles as data.
    .target(
      name: "DossierCatalog",
      dependencies: [
        "DossierModel", "QRCode",
        .product(name: "Yams", package: "Yams"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Profiles"),
        .embedInCode("Messages"),
        .embedInCode("Lexicon"),
        .embedInCode("Templates"),
      ],
      swiftSettings: house),

    // Floor 4: looking at folders, documents and archives.
    .target(
      name: "DossierEngine",
      dependencies: [
        "ArchiveIO", "XMLPull", "NativeReaders", "DossierModel", "DossierCatalog",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),

    // Floor 5: one file a subcommand.
    .target(
      name: "DossierCommands",
      dependencies: [
        "DossierModel", "DossierCatalog", "DossierEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Floor 6: the process.
    .executableTarget(name: "hoso", dependencies: ["DossierCommands"], swiftSettings: house),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: testHouse),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: testHouse),
    .testTarget(
      name: "ArchiveIOTests", dependencies: ["ArchiveIO", "TestSupport"], swiftSettings: testHouse),
    .testTarget(
      name: "XMLPullTests", dependencies: ["XMLPull", "TestSupport"], swiftSettings: testHouse),
    .testTarget(
      name: "NativeReadersTests", dependencies: ["NativeReaders", "CZlib", "TestSupport"],
      swiftSettings: testHouse),
    .testTarget(
      name: "DossierModelTests", dependencies: ["DossierModel", "DossierCatalog", "TestSupport"],
      swiftSettings: testHouse),
    .testTarget(
      name: "DossierCatalogTests", dependencies: ["DossierCatalog", "DossierModel", "TestSupport"],
      exclude: ["Golden"], swiftSettings: testHouse),
    .testTarget(
      name: "DossierEngineTests",
      dependencies: [
        "DossierEngine", "DossierModel", "DossierCatalog", "ArchiveIO", "XMLPull", "NativeReaders",
        "TestSupport",
      ],
      exclude: ["Fixtures"],
      swiftSettings: testHouse),
    .testTarget(
      name: "DossierCommandsTests",
      dependencies: ["DossierCommands", "DossierModel", "DossierCatalog", "TestSupport"],
      swiftSettings: testHouse),
    .testTarget(name: "AcceptanceTests", dependencies: ["TestSupport"], swiftSettings: testHouse),
  ]
)
