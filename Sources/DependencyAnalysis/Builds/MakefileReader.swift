internal import FindingModel

/// Reads what the targets of a Makefile fetch that `sam build` makes: `build-<function>`.
///
/// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/building-custom-runtimes.html
enum MakefileReader {
  static func steps(of lines: [NumberedLine], path: String) -> [BuildStep] {
    var recipe: [NumberedLine] = []
    var isBuilding = false
    for line in lines {
      if line.text.hasPrefix("\t") {
        if isBuilding { recipe.append(line.asShell) }
      } else if !line.text.isEmpty, !line.text.hasPrefix("#") {
        // The line of a rule; anything else that is not indented ends the recipe as well.
        isBuilding = line.text.hasPrefix("build-") && line.text.contains(":")
      }
    }
    // Commands of a recipe stand alone, which the line breaks between them say.
    return ShellDownloads.steps(of: ShellSplitter.commands(of: recipe), path: path)
  }
}

extension NumberedLine {
  /// Without make's marks, with the shell's own dollars.
  fileprivate var asShell: NumberedLine {
    let text = String(self.text.drop { "\t @-+".contains($0) })
    return NumberedLine(text: text.replacing("$$", with: "$")[...], number: number)
  }
}
