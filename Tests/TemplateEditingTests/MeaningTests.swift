import Documents
import FunctionProtection
import Testing
import TemplateLoaders

@testable import TemplateEditing

/// What the edited template deploys, by the loaders that were written without knowing of edits.
@Suite struct MeaningTests {
  private func resources(_ text: String, path: String) throws -> [String: Node] {
    let expansion = try TemplateLoader.expansion(
      of: Array(text.utf8), path: path, options: .init(), files: NoTemplateFiles())
    let entries = try #require(expansion).template["Resources"]?.entries ?? []
    // Versions are named by a digest of the function.
    return Dictionary(
      entries.filter { $0.value["Type"]?.text != "AWS::Lambda::Version" }.map { ($0.key, $0.value) }
    ) { $1 }
  }

  @Test(arguments: [
    "serverless.yml", "serverless-list.yml", "serverless.json", "sam-block.yaml", "sam-no-properties.yaml",
  ])
  func onlyFunctionsAndTheLayerAreOther(name: String) throws {
    let path = name.hasPrefix("serverless") ? "serverless.yml" : "template.yaml"
    let text = try Fixture.text(name)
    let before = try resources(text, path: path)
    let attached = try Editing.attach(text)
    var after = try resources(attached.text, path: path)
    let layers = after.filter {
      $0.value["Type"]?.text == "AWS::Lambda::LayerVersion" && before[$0.key] == nil
    }
    let layer = try #require(layers.first)
    #expect(layers.count == 1)
    after[layer.key] = nil
    #expect(after.keys.sorted() == before.keys.sorted())
    var changed = 0
    for (id, old) in before {
      var new = try #require(after[id])
      guard !new.hasSameContent(as: old) else { continue }
      changed += 1
      let properties = new["Properties"]
      #expect(old["Type"]?.text == "AWS::Lambda::Function")
      #expect(properties?["Layers"]?.elements.last?["Ref"]?.text == layer.key)
      let variables = properties?["Environment"]?["Variables"]
      #expect(variables?["AWS_LAMBDA_EXEC_WRAPPER"]?.text?.hasPrefix("/opt/parapet/") == true)
      let wrapper = old["Properties"]?["Environment"]?["Variables"]?["AWS_LAMBDA_EXEC_WRAPPER"]?.text
      #expect(variables?["PARAPET_NEXT_WRAPPER"]?.text == wrapper)
      // Without what was added, nothing is left to tell the two apart.
      new = Self.without(new, wrapper: wrapper)
      #expect(new.hasSameContent(as: Self.without(old, wrapper: nil)), "\(id)")
    }
    #expect(changed == attached.outcomes.count)
  }

  /// A function without the enforcer's layer and variables, and without lists and maps that hold nothing.
  private static func without(_ function: Node, wrapper: String?) -> Node {
    var function = function
    _ = function.update(at: [.key("Properties"), .key("Layers")]) { layers in
      layers.content = .sequence(layers.elements.filter { !Recognition.isEnforcerLayer($0) })
    }
    _ = function.update(at: [.key("Properties"), .key("Environment"), .key("Variables")]) { variables in
      variables.remove("PARAPET_NEXT_WRAPPER")
      guard variables["AWS_LAMBDA_EXEC_WRAPPER"]?.text.map(Recognition.isLauncher) ?? false else { return }
      variables.remove("AWS_LAMBDA_EXEC_WRAPPER")
      if let wrapper {
        variables.set("AWS_LAMBDA_EXEC_WRAPPER", to: .string(wrapper, at: variables.location))
      }
    }
    _ = function.update(at: [.key("Properties")]) { properties in
      if properties["Layers"]?.elements.isEmpty ?? false { properties.remove("Layers") }
      if properties["Environment"]?["Variables"]?.entries.isEmpty ?? false {
        properties.remove("Environment")
      }
    }
    return function
  }
}
