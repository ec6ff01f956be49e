using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareAiGateway.HelpBuilder.Markdown;
using CloudflareAiGateway.HelpBuilder.Model;
using CloudflareAiGateway.HelpBuilder.Reading;
using CloudflareAiGateway.HelpBuilder.Writing;

namespace CloudflareAiGateway.HelpBuilder;

/// <summary>Compiles a folder of help sources. Nothing is written unless every source is right.</summary>
public static partial class HelpCompiler
{
    public const string MamlFile = "CloudflareAiGateway.dll-Help.xml";

    /// <summary>Compiles <paramref name="source"/> into <paramref name="target"/>, and returns what is wrong.</summary>
    public static IReadOnlyList<HelpProblem> Compile(string source, string target)
    {
        List<HelpProblem> problems = [];
        List<CmdletHelp> cmdlets = [];
        Dictionary<string, string> outputs = [];
        foreach (string path in Sources(source))
        {
            MarkdownFile file = MarkdownFile.Load(path, problems);
            string name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith("about_", StringComparison.Ordinal))
            {
                outputs[name + ".help.txt"] = AboutWriter.Write(file, problems);
            }
            else if (CmdletName().IsMatch(name))
            {
                cmdlets.Add(CmdletHelpReader.Read(file, problems));
            }
            else
            {
                problems.Add(new HelpProblem(path, 1, "The name is neither Verb-Noun.md nor about_Topic.md."));
            }
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        if (cmdlets.Count > 0)
        {
            outputs[MamlFile] = MamlWriter.Write(cmdlets);
        }

        foreach ((string name, string text) in outputs)
        {
            AtomicFile.Write(Path.Combine(target, name), text);
        }

        return [];
    }

    // Sorted, so that the same sources give the same bytes on every machine. No folder means that no help is written yet.
    private static IEnumerable<string> Sources(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
        : [];

    [GeneratedRegex("^[A-Z][A-Za-z]+-[A-Z][A-Za-z]+$")]
    private static partial Regex CmdletName();
}
