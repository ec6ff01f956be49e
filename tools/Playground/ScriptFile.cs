using System.Collections.Generic;
using System.IO;
using System.Management.Automation.Language;
using System.Text;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Playground;

/// <summary>Calls a script file with arguments from the command line.</summary>
public static partial class ScriptFile
{
    /// <summary>
    /// The script that runs <paramref name="path"/>: <c>-Name</c> stays a parameter, everything else becomes a literal.
    /// </summary>
    public static string Invocation(string path, IEnumerable<string> arguments)
    {
        System.ArgumentNullException.ThrowIfNull(arguments);
        StringBuilder call = new("& ");
        call.Append(Quote(Path.GetFullPath(path)));
        foreach (string argument in arguments)
        {
            Match named = Named().Match(argument);
            string value = named.Success ? named.Groups["value"].Value : argument;
            call.Append(' ').Append(named.Groups["name"].Value);
            if (!named.Success || value.Length > 0)
            {
                call.Append(value is "$true" or "$false" && named.Success ? value : Quote(value));
            }
        }

        // In a file "exit 3" ends the file only; its code becomes the process's, as with pwsh -File.
        return call.Append("; if ($LASTEXITCODE) { exit $LASTEXITCODE }").ToString();
    }

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^(?<name>-[A-Za-z_]\w*:?)(?<value>(?<=:).*)?$", RegexOptions.Singleline)]
    private static partial Regex Named();
}
