using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Completion;

/// <summary>Completions of names that people choose: what would not be one word is quoted.</summary>
internal static class CompletionText
{
    /// <summary>Makes a completion.</summary>
    /// <param name="name">The name.</param>
    /// <param name="tip">The tool tip; the name when it is empty.</param>
    public static CompletionResult Of(string name, string tip) =>
        new(Quote(name), name, CompletionResultType.ParameterValue, tip.Length == 0 ? name : tip);

    private static string Quote(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/') && name[0] != '-'
            ? name
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
