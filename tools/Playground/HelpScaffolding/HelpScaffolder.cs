using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using CloudflareAiGateway.EngineHost;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>Writes the help source of every cmdlet that lacks one, and brings the mechanical parts of the others up to date.</summary>
public static class HelpScaffolder
{
    /// <summary>Scaffolds the built module's help into <paramref name="folder"/>.</summary>
    public static int Run(EngineSession session, string folder)
    {
        ArgumentNullException.ThrowIfNull(session);
        EngineResult found = session.Run($"Get-Command -Module {BuiltModule.Name} -CommandType Cmdlet");
        foreach (string line in Scaffold(found.OutputOf<CmdletInfo>(), folder))
        {
            Console.WriteLine(line);
        }

        return found.Errors.Count > 0 ? 1 : 0;
    }

    /// <summary>Writes or refreshes one file a cmdlet, and returns a line for each file that changed.</summary>
    public static IReadOnlyList<string> Scaffold(IEnumerable<CmdletInfo> cmdlets, string folder)
    {
        ArgumentNullException.ThrowIfNull(cmdlets);
        Directory.CreateDirectory(folder);
        List<string> changes = [];
        foreach (CmdletInfo cmdlet in cmdlets.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal))
        {
            string path = Path.Combine(folder, cmdlet.Name + ".md");
            bool isNew = !File.Exists(path);
            string before = isNew ? HelpTemplate.For(cmdlet) : File.ReadAllText(path);
            string after = HelpRefresher.Refresh(before, cmdlet);
            if (isNew || after != before)
            {
                File.WriteAllText(path, after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                changes.Add($"{(isNew ? "new" : "refreshed")}: {path}");
            }
        }

        return changes;
    }
}
