import BillsOfMaterials
import FindingModel
import Foundation
import PackageModel
import TestSupport
import Testing

/// Whole documents; scripts/validate-reports validates the same files against the official schemas.
struct DocumentTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bill: BillOfMaterials
    let format: Format
    var file: String { "\(name).\(format.rawValue).json" }
    var testDescription: String { file }
  }

  static let cases =
    [("shop", ShopBill.application), ("list", ShopBill.function)].flatMap { name, bill in
      Format.allCases.map { Case(name: name, bill: bill, format: $0) }
    } + [Format.cycloneDX, .spdx].map { Case(name: "empty", bill: ShopBill.empty, format: $0) }

  @Test(arguments: cases) func isWrittenAsTheSnapshotSays(_ one: Case) throws {
    #expect(try Snapshots().difference(of: one.format.text(one.bill), from: one.file) == nil)
  }

  @Test func everySnapshotIsUsed() throws {
    #expect(try Snapshots().names() == Set(Self.cases.map(\.file)))
  }

  @Test(arguments: Format.allCases) func secretsInAddressesAreNotWritten(_ format: Format) {
    #expect(!format.text(ShopBill.application).contains("hunter2"))
  }

  @Test(arguments: Format.allCases) func theOrderOfListsDoesNotMatter(_ format: Format) {
    var bill = ShopBill.application
    let order = Array(bill.components.indices.reversed())
    bill.components = order.map { index in
      var component = bill.components[index]
      component.dependencies = component.dependencies.map { order.firstIndex(of: $0) ?? $0 }
      return component
    }
    bill.vulnerabilities = bill.vulnerabilities.map { statement in
      var moved = VulnerabilityStatement(
        statement.advisory, component: order.firstIndex(of: statement.component) ?? statement.component,
        status: statement.status)
      moved.detail = statement.detail
      moved.fixedVersion = statement.fixedVersion
      moved.rating = statement.rating
      return moved
    }
    bill.functions.reverse()
    #expect(format.text(bill) == format.text(ShopBill.application))
  }

  @Test(arguments: Format.allCases) func anyChangeChangesTheIdentifier(_ format: Format) throws {
    var bill = ShopBill.application
    bill.vulnerabilities.removeLast(4)
    bill.components.removeLast()
    func identifier(_ bill: BillOfMaterials) throws -> String {
      try #require(format.text(bill).firstMatch(of: /urn:uuid:[0-9a-f-]{36}/)).output.description
    }
    #expect(try identifier(bill) != identifier(ShopBill.application))
    #expect(try identifier(bill) == identifier(bill))
  }

  @Test func whatNoFunctionCarriesBelongsToTheApplication() throws {
    let document = try JSONDecoder().decode(
      Graph.self, from: Data(Format.cycloneDX.text(ShopBill.application).utf8))
    let edges = Dictionary(uniqueKeysWithValues: document.dependencies.map { ($0.ref, $0.dependsOn) })
    let application = try #require(edges["pkg:generic/shop@1.0.0"])
    #expect(application.contains("pkg:generic/shop/list"))
    #expect(application.contains("pkg:nuget/Newtonsoft.Json@12.0.1"))
    #expect(!application.contains("pkg:npm/node-uuid@1.4.3"))
    #expect(edges["pkg:generic/shop/convert"]?.contains("pkg:npm/node-uuid@1.4.3") == true)
    // Needed by node-uuid, so no root of the function.
    #expect(edges["pkg:generic/shop/convert"]?.contains { $0.contains("tools") } == false)
    #expect(edges["pkg:npm/node-uuid@1.4.3"]?.count == 2)
  }

  @Test(arguments: Format.allCases) func aNameThatLooksLikeTheIdentifierIsLeftAlone(_ format: Format) throws {
    var bill = BillOfMaterials(
      BillSubject(.application, name: "urn:uuid:", path: "urn:uuid:"), day: ShopBill.day, toolVersion: "0.1.0"
    )
    bill.author = "urn:uuid:"
    let text = format.text(bill)
    #expect(text.matches(of: /"urn:uuid:[0-9a-f-]{36}"/).count == 1)
    let key = ["cdx": "serialNumber", "spdx": "documentNamespace", "openvex": "@id"][format.rawValue] ?? ""
    #expect(text.contains("\"\(key)\": \"urn:uuid:") && !text.contains("\"\(key)\": \"urn:uuid:\""))
  }

  /// Every second application has a function `handler`.
  @Test func functionsOfOneNameAreToldApart() throws {
    var bill = BillOfMaterials(
      BillSubject(.application, name: "both", path: "."), day: ShopBill.day, toolVersion: "0.1.0")
    bill.functions = ["shop", "bank"].map {
      BillSubject(.function, name: "handler", application: $0, path: "\($0)/template.yaml")
    }
    for (name, function) in zip(["a", "b"], bill.functions) {
      var component = ShopBill.component(ShopBill.entry(.npm, name, "1"), .npmLock)
      component.functions = [function]
      bill.components.append(component)
    }
    let document = try JSONDecoder().decode(Graph.self, from: Data(Format.cycloneDX.text(bill).utf8))
    let edges = Dictionary(uniqueKeysWithValues: document.dependencies.map { ($0.ref, $0.dependsOn) })
    #expect(edges["pkg:generic/shop/handler"] == ["pkg:npm/a@1"])
    #expect(edges["pkg:generic/bank/handler"] == ["pkg:npm/b@1"])
  }

  private struct Graph: Decodable {
    struct Edge: Decodable {
      let ref: String
      let dependsOn: [String]
    }
    let dependencies: [Edge]
  }
}
