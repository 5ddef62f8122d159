import FindingModel
import PackageModel
import Testing

@testable import DependencyInventory

@Suite struct GoTests {
  private static let sum = "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

  private let module = """
    module example.com/app // the app

    go 1.21
    toolchain go1.21.3

    require github.com/aws/aws-lambda-go v1.41.0
    require (
    \tgolang.org/x/net v0.17.0 // indirect
    \t"golang.org/x/text" v0.3.0 // indirect; because
    \tgithub.com/old/one v1.0.0
    \texample.com/local v0.0.0-00010101000000-000000000000
    \tbad
    )
    replace (
    \tgithub.com/old/one v1.0.0 => github.com/new/one v1.2.0
    \texample.com/local => ../local
    )
    replace golang.org/x/text v9.9.9 => golang.org/x/other v1.0.0
    exclude golang.org/x/net v0.17.0
    retract v1.0.0
    """

  @Test func readsModules() {
    let files = FilesInMemory(files: [
      "go.mod": module,
      "go.sum": "golang.org/x/net v0.17.0 \(Self.sum)\ngolang.org/x/text v0.3.0/go.mod \(Self.sum)\n",
    ])
    let list = files.list("go.mod")
    #expect(
      list.packages.map { "\($0.name) \($0.version ?? "-") \($0.isDirect)" } == [
        "github.com/aws/aws-lambda-go v1.41.0 true", "golang.org/x/net v0.17.0 false",
        "golang.org/x/text v0.3.0 false", "github.com/new/one v1.2.0 true", "../local - true",
      ])
    #expect(list.packages[3].alias == "github.com/old/one" && list.packages[4].source == .path("../local"))
    #expect(list.packages[1].integrity.map(\.algorithm) == ["h1"] && list.packages[2].integrity.isEmpty)
    #expect(list.packages[1].integrity.first?.hexadecimal.hasPrefix("e3b0c44298fc1c14") == true)
    #expect(list.wishes.count == 3 && list.project.name == "example.com/app")
    #expect(list.engines.map(\.constraint) == ["1.21", "go1.21.3"])
    #expect(list.reasons.count == 2 && list.reasons[0] == "line 12: not a directive of go.mod")
    #expect(list.reasons[1].contains("golang.org/x/net v0.17.0 is excluded"))
  }

  @Test func readsSumsOnlyWhereTheModuleFileIsNotWhole() {
    let sums = "a v1.0.0 \(Self.sum)\na v1.1.0 \(Self.sum)\na v1.2.0/go.mod \(Self.sum)\nb v2.0.0 h1:x\n"
    #expect(FilesInMemory(files: ["go.sum": sums]).list("go.sum").lines == ["a v1.1.0", "b v2.0.0"])
    let old = FilesInMemory(files: ["go.mod": "module m\ngo 1.16\nrequire a v1.0.0\n", "go.sum": sums])
    #expect(old.list("go.sum").lines == ["a v1.1.0", "b v2.0.0"])
    #expect(old.list("go.mod").problems.map(\.isError) == [false])
    let new = FilesInMemory(files: ["go.mod": "module m\ngo 1.17\nrequire a v1.1.0\n", "go.sum": sums])
    #expect(new.list("go.sum").lines.isEmpty && new.list("go.mod").problems.isEmpty)
  }

  private static let text = """
    path\texample.com/app/cmd
    mod\texample.com/app\t(devel)\t
    dep\tgithub.com/a/b\tv1.0.0\t\(sum)
    dep\tgithub.com/c/d\tv1.0.0
    =>\tgithub.com/e/f\tv2.0.0\t\(sum)
    build\tGOOS=linux

    """

  private static let marked =
    [UInt8](repeating: 1, count: 16) + Array(text.utf8) + [UInt8](repeating: 2, count: 16)
  private static let magic = [0xFF] + Array(" Go buildinf:".utf8)

  private func varint(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8(bytes.count & 0x7F | 0x80), UInt8(bytes.count >> 7)] + bytes
  }

  private func list(_ bytes: [UInt8]) -> PackageList {
    PackageListReader.read(bytes, path: "bin/app", format: .goBinary, files: NoPackageFiles())
  }

  private func check(_ list: PackageList) {
    #expect(list.lines == ["github.com/a/b v1.0.0", "github.com/e/f v2.0.0", "stdlib 1.20.4"])
    #expect(list.packages.last?.alias == "github.com/c/d" && list.packages[1].integrity.count == 1)
    #expect(list.project.name == "example.com/app" && list.project.version == nil)
    #expect(list.packages.allSatisfy { $0.bundledPath == "bin/app" })
  }

  /// With and without the names of sections, which stripping may remove.
  @Test(arguments: [".go.buildinfo", ".data"])
  func readsProgramsSinceGo118(section: String) {
    let header = Self.magic + [8, 2] + [UInt8](repeating: 0, count: 16)
    let content = header + varint(Array("go1.20.4 X:boringcrypto".utf8)) + varint(Self.marked)
    check(list(ELFMaker(sections: [.init(name: section, type: 1, content: content)]).bytes))
  }

  @Test func readsProgramsBeforeGo118() {
    var maker = ELFMaker(sections: [
      .init(name: ".go.buildinfo", type: 1, content: [UInt8](repeating: 0, count: 64))
    ])
    let base = ELFMaker.address + maker.offset(of: ".go.buildinfo")
    let version = Array("go1.20.4".utf8)
    // Header, then two string headers, then the texts.
    var content = Self.magic + [8, 0] + ELFMaker.little(base + 32, 8) + ELFMaker.little(base + 48, 8)
    content += ELFMaker.little(base + 64, 8) + ELFMaker.little(version.count, 8)
    content += ELFMaker.little(base + 64 + version.count, 8) + ELFMaker.little(Self.marked.count, 8)
    maker.sections = [.init(name: ".go.buildinfo", type: 1, content: content + version + Self.marked)]
    check(list(maker.bytes))
  }

  @Test func endsAtInformationThatPointsAnywhere() {
    let far = ELFMaker.little(0x7FFF_FFFF_FFFF_FFF0, 8)
    let header = Self.magic + [8, 0] + far + far
    let pointers = ELFMaker(sections: [.init(name: ".go.buildinfo", type: 1, content: header)]).bytes
    let endless =
      Self.magic + [8, 2] + [UInt8](repeating: 0, count: 16) + [UInt8](repeating: 0xFF, count: 20)
    let lengths = ELFMaker(sections: [.init(name: ".go.buildinfo", type: 1, content: endless)]).bytes
    for bytes in [pointers, lengths, Array(pointers.prefix(64)), ELFMaker().bytes, []] {
      #expect(list(bytes).reasons == ["The program does not say what it was built from."])
    }
  }
}
