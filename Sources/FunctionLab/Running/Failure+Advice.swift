extension InvocationResult.Failure {
  /// What the user may do about it: where the lab differs from the platform, or what is usually forgotten.
  var advice: String? {
    guard type == "Runtime.ImportModuleError" || type == "Init<LoadError>" else { return nil }
    if message.contains("'boto3'") || message.contains("'botocore'") {
      return
        "the platform's Python brings boto3; here it comes from the interpreter: install it there, or name a "
        + "virtual environment's python with --interpreter"
    }
    if message.contains("aws-sdk") {
      return "the platform's Node.js brings the AWS SDK; here it has to lie in node_modules, or in a layer"
    }
    return
      "only what lies in the function's folder and its layers is found: install its packages there, and give the "
      + "folder of the result if the code has to be built"
  }
}
