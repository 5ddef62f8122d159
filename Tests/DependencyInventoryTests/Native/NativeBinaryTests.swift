import PackageModel
import Testing

@testable import DependencyInventory

@Suite struct NativeBinaryTests {
  private func texts(_ texts: String...) -> ELFMaker.Section {
    .init(name: ".rodata", type: 1, content: Array(texts.joined(separator: "\0").utf8) + [0])
  }

  /// A library that is linked by this name.
  private func library(_ soname: String, _ sections: [ELFMaker.Section] = []) -> ELFMaker {
    var maker = ELFMaker(
      type: 3, sections: [.init(name: ".dynstr", type: 3, content: [0] + Array(soname.utf8) + [0])])
    maker.sections += sections
    maker.dynamic = [(5, ELFMaker.address + maker.offset(of: ".dynstr")), (14, 1), (1, 0)]
    return maker
  }

  @Test func tellsProgramsFromLibrariesAndStaticFromDynamic() {
    let isStatic = NativeBinaryReader.read(ELFMaker().bytes, path: "bin/tool")
    #expect(isStatic?.kind == .executable && isStatic?.isStatic == true && isStatic?.architecture == "x86_64")
    let linked = NativeBinaryReader.read(ELFMaker(machine: 183, interpreter: "/lib/ld.so").bytes, path: "t")
    #expect(linked?.kind == .executable && linked?.isStatic == false && linked?.architecture == "aarch64")
    let movable = NativeBinaryReader.read(ELFMaker(type: 3, interpreter: "/lib/ld.so").bytes, path: "t")
    #expect(movable?.kind == .executable)
    let isolated = NativeBinaryReader.read(
      ELFMaker(type: 3, dynamic: [(0x6FFF_FFFB, 0x0800_0000)]).bytes, path: "t")
    #expect(isolated?.kind == .executable && isolated?.isStatic == true)
    var startable = library("libc.so.6")
    startable.interpreter = "/lib/ld.so"
    let shared = NativeBinaryReader.read(startable.bytes, path: "lib/libc.so.6")
    #expect(
      shared?.kind == .library && shared?.isStatic == false && shared?.product == "libc"
        && shared?.version == "6")
    #expect(NativeBinaryReader.read(ELFMaker(machine: 9999).bytes, path: "t")?.architecture == "machine 9999")
  }

  @Test func hashesTheWholeFile() {
    let binary = NativeBinaryReader.read(ELFMaker().bytes + Array("abc".utf8), path: "t")
    #expect(binary?.sha256.count == 64 && binary?.size == ELFMaker().bytes.count + 3)
    #expect(binary?.sha256 != NativeBinaryReader.read(ELFMaker().bytes, path: "t")?.sha256)
  }

  @Test(
    arguments: [
      (["HOME", "0.94.2", "Catdoc Version %s"], "bin/catdoc", "catdoc", "0.94.2"),
      (["BusyBox v1.35.0 (2022)"], "bin/sh", "busybox", "1.35.0"),
      (["ImageMagick 6.9.11-60 Q16 x86_64"], "bin/convert", "imagemagick", "6.9.11-60"),
      (["%s version 5.1.9-0+deb12u1"], "bin/ffmpeg", "ffmpeg", "5.1.9-0+deb12u1"),
      (["22.12.0", "pdftotext version %s"], "x", "poppler", "22.12.0"),
      (["UnRTF, version ", "0.21.10", "bogus"], "unrtf", "unrtf", "0.21.10"),
      (["OpenSSL 1.0.2k-fips  26 Jan 2017"], "openssl", "openssl", "1.0.2k-fips"),
      (["GPL Ghostscript "], "gs-9.5", "ghostscript", nil),
      (["Use ImageMagick to", "ImageMagick 7.1.0-1 x"], "magick", "imagemagick", "7.1.0-1"),
      ([""], "python3.11", "python", "3.11"),
    ] as [([String], String, String, String?)])
  func readsWhatProgramsSayOfThemselves(words: [String], path: String, product: String, version: String?) {
    let maker = ELFMaker(sections: [
      .init(name: ".rodata", type: 1, content: Array(words.joined(separator: "\0").utf8) + [0])
    ])
    let binary = NativeBinaryReader.read(maker.bytes, path: path)
    #expect(binary?.product == product && binary?.version == version)
  }

  @Test(arguments: ["gsettings", "gml2gv", "tool"])
  func doesNotGuessFromNamesThatOnlyBeginAlike(name: String) {
    // OpenSSL is built into many programs that are something else.
    let binary = NativeBinaryReader.read(
      ELFMaker(sections: [texts("OpenSSL 1.1.1k  25 Mar 2021")]).bytes, path: name)
    #expect(binary != nil && binary?.product == nil && binary?.version == nil)
  }

  @Test func readsNamesOfLibraries() {
    func read(_ soname: String, _ path: String) -> String {
      let binary = NativeBinaryReader.read(library(soname).bytes, path: path)
      return "\(binary?.product ?? "-") \(binary?.version ?? "-")"
    }
    #expect(read("libssl.so.1.1", "lib/libssl.so.1.1") == "openssl 1.1")
    #expect(read("libpng16.so.16", "lib/libpng16.so.16.39.0") == "libpng16 16.39.0")
    #expect(read("libcustom-2.4.so", "lib/x") == "libcustom 2.4")
    #expect(read("plugin", "lib/plugin") == "- -")
    #expect(read("libx-040039e1-0352e75f.so.5", "libx-040039e1-0352e75f.so.5.0.0") == "libx 5.0.0")
    #expect(read("libblas-32a4b2a6.so", "libblas-32a4b2a6.so") == "libblas -")
  }

  @Test func isSilentForWhatIsNoBinary() {
    for bytes in [
      [], Array("#!/bin/sh\n".utf8), ELFFile.magic, ELFMaker(type: 1).bytes, ELFMaker(type: 4).bytes,
    ] {
      #expect(NativeBinaryReader.read(bytes, path: "bin/run") == nil)
    }
  }

  /// Every field of the headers set to every extreme in turn: nothing may trap or go on for ever.
  @Test func survivesHeadersThatPointAnywhere() {
    let good = library("libssl.so.1.1", [texts("OpenSSL 1.1.1")]).bytes
    for offset in stride(from: 4, to: 64 + 3 * 56, by: 2) {
      for value: UInt8 in [0x00, 0x7F, 0xFF] {
        var bytes = good
        for index in offset..<min(offset + 8, bytes.count) { bytes[index] = value }
        _ = NativeBinaryReader.read(bytes, path: "lib/libssl.so")
      }
    }
    for count in 0..<good.count { _ = NativeBinaryReader.read(Array(good.prefix(count)), path: "x") }
    #expect(NativeBinaryReader.read(good, path: "x")?.product == "openssl")
  }

  @Test func findsTextsLikeAPlainSearch() {
    let text: StaticString = "abcab"
    let bytes = Array("xabcaabcabyabcab".utf8)
    for start in 0..<bytes.count {
      let plain = (start..<bytes.count).first { bytes[$0...].starts(with: Array("abcab".utf8)) }
      #expect(bytes.offset(of: text, in: start..<bytes.count) == plain)
    }
    #expect(bytes.offset(of: text, in: 0..<9) == nil && bytes.offset(of: text, in: 0..<10) == 5)
  }
}
