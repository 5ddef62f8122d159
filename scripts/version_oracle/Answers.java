import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/** Answers the questions of version-oracle.py about Maven with Maven's own library. */
class Answers {
  public static void main(String[] arguments) throws Exception {
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    StringBuilder output = new StringBuilder();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      output.append(answer(line.split("\t", -1))).append('\n');
    }
    System.out.print(output);
  }

  private static String answer(String[] fields) {
    if (fields[0].equals("order")) {
      int result = new ComparableVersion(fields[2]).compareTo(new ComparableVersion(fields[3]));
      return result < 0 ? "<" : result > 0 ? ">" : "=";
    }
    try {
      VersionRange range = VersionRange.createFromVersionSpec(fields[2]);
      return range.containsVersion(new DefaultArtifactVersion(fields[3])) ? "yes" : "no";
    } catch (InvalidVersionSpecificationException exception) {
      return "invalid";
    }
  }
}
