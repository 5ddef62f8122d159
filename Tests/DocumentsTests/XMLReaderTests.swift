import FindingModel
import Testing

@testable import Documents

@Suite struct XMLReaderTests {
  private func parse(_ text: String, limits: DocumentLimits = .standard) throws -> XMLElement {
    try XMLReader.parse(Array(text.utf8), path: "pom.xml", limits: limits)
  }

  @Test func keepsNamesTextsAttributesAndPlaces() throws {
    let root = try parse(
      """
      <?xml version="1.0"?>
      <p:project xmlns:p="urn:x">
        <!-- <name>no</name> -->
        <name> a &amp; b <![CDATA[<c>]]> </name>
        <item Include="ä" Version="1"/><item Include="y"/>
      </p:project>
      """)
    #expect(root.name == "project")
    #expect(root["name"]?.text == "a & b <c>")
    #expect(root.children(named: "item").map { $0.attribute("Include") } == ["ä", "y"])
    #expect(root["missing"] == nil && root["item"]?.attribute("include") == nil)
    #expect(
      root["name"]?.location == SourceLocation(path: "pom.xml", line: 4, column: 3, endLine: 4, endColumn: 43)
    )
    #expect(root.children[2].location.description == "pom.xml:5:34")
    #expect(root.location.endLine == 6)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x \"xx\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://example.com/x\"> %x;]><a/>",
    "<!DOCTYPE a [<!ENTITY a0 \"aa\"><!ENTITY a1 \"&a0;&a0;&a0;\"><!ENTITY a2 \"&a1;&a1;&a1;\">]><a>&a2;</a>",
  ])
  func refusesEntitiesOfTheDocument(text: String) {
    #expect { try parse(text) } throws: { error in
      guard case DocumentError.malformed(let place, "entities of its own are not read") = error else {
        return false
      }
      return place.line == 1
    }
  }

  @Test func passesOverEntitiesThatNobodyDeclared() throws {
    let root = try parse("<a><name>J&ouml;rg</name><!-- x --><b>1</b></a>")
    #expect(root["name"]?.text == "Jrg" && root["b"]?.text == "1")
    let external = try parse("<!DOCTYPE a SYSTEM \"http://example.com/a.dtd\"><a><b>1</b></a>")
    #expect(external["b"]?.text == "1")
  }

  @Test(arguments: ["", "  \n", "<a>", "<a></b>", "text", "<a/><b/>", "<a b=1/>", "<a>&#0;</a>"])
  func refusesWhatIsMalformed(text: String) {
    #expect(throws: DocumentError.self) { try parse(text) }
  }

  @Test func readsOtherCharacterSets() throws {
    let latin =
      Array("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a><n>".utf8) + [0xE4]
      + Array("</n><b>x</b></a>".utf8)
    #expect(try XMLReader.parse(latin, path: "a")["b"]?.text == "x")
    let wide: [UInt8] = "\u{FEFF}<a><b>ü</b></a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try XMLReader.parse(wide, path: "a")["b"]?.text == "ü")
  }

  @Test func holdsItsLimits() throws {
    let nested = "<a><b><c/></b></a>"
    #expect(throws: Never.self) { try parse(nested, limits: DocumentLimits(bytes: 18, depth: 3, nodes: 3)) }
    #expect(throws: DocumentError.tooLarge(path: "pom.xml", bytes: 18, limit: 17)) {
      try parse(nested, limits: DocumentLimits(bytes: 17, depth: 3, nodes: 3))
    }
    #expect { try parse(nested, limits: DocumentLimits(bytes: 18, depth: 2, nodes: 3)) } throws: {
      if case DocumentError.tooDeep(_, limit: 2) = $0 { true } else { false }
    }
    #expect { try parse(nested, limits: DocumentLimits(bytes: 18, depth: 3, nodes: 2)) } throws: {
      if case DocumentError.tooManyNodes(_, limit: 2) = $0 { true } else { false }
    }
    // Attributes count as well.
    #expect { try parse("<a b='1' c='2'/>", limits: DocumentLimits(bytes: 18, depth: 3, nodes: 2)) } throws: {
      if case DocumentError.tooManyNodes = $0 { true } else { false }
    }
  }

  @Test func deepNestingEndsInALimit() {
    let text = String(repeating: "<a>", count: 200_000)
    #expect { try parse(text) } throws: {
      if case DocumentError.tooDeep = $0 { true } else { false }
    }
  }
}
