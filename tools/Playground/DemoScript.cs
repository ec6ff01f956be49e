using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Playground;

/// <summary>Cuts the demo into statements with PowerShell's own parser, so that a statement may have several lines.</summary>
public static class DemoScript
{
    /// <summary>The demo that lies beside the program; the same file runs in pwsh.</summary>
    public static string Load() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo.ps1"));

    /// <exception cref="ParseException">The script is not valid PowerShell.</exception>
    public static IReadOnlyList<DemoStatement> Split(string script)
    {
        ScriptBlockAst ast = Parser.ParseInput(script, out Token[] tokens, out ParseError[] errors);
        if (errors.Length > 0)
        {
            throw new ParseException(errors);
        }

        List<DemoStatement> statements = [];
        int previousEnd = 0;
        foreach (StatementAst statement in ast.EndBlock?.Statements ?? Enumerable.Empty<StatementAst>())
        {
            // Block comments are the file's own help, "#requires" is for pwsh: neither belongs on the screen.
            string[] comments = tokens
                .Where(token => token.Kind == TokenKind.Comment && token.Extent.StartOffset >= previousEnd && token.Extent.EndOffset <= statement.Extent.StartOffset)
                .Select(token => token.Text)
                .Where(text => text.StartsWith('#') && !text.StartsWith("#requires", StringComparison.OrdinalIgnoreCase))
                .ToArray();
            statements.Add(new DemoStatement(comments, statement.Extent.Text));
            previousEnd = statement.Extent.EndOffset;
        }

        return statements;
    }
}
