using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>
/// Every operation of the API's document is reached by a command. A command names its operations in its source's remarks ("Source:"), and
/// <c>docs/operations.md</c> is the table for readers: all three have to agree, so a new operation fails here until it is covered.
/// </summary>
public sealed class OperationTests
{
    private static readonly string s_commands = Path.Combine(BuiltModule.RepositoryRoot, "src", "CloudflareAiGateway", "Commands");

    [Fact]
    public void Every_operation_is_reached_by_a_command_that_is_exported()
    {
        string[] exported = Exported();
        ILookup<string, string> commands = CommandsByOperation();
        string[] open = [.. Operations().Where(operation => !commands[operation].Any(exported.Contains))];
        Assert.True(open.Length == 0, "No command names these operations: " + string.Join(", ", open));
    }

    [Fact]
    public void Commands_name_no_operation_that_the_document_lacks() =>
        Assert.Empty(CommandsByOperation().Select(group => group.Key).Where(id => id.StartsWith("aig-", StringComparison.Ordinal)).Except(Operations()));

    [Fact]
    public void The_table_for_readers_is_true()
    {
        Dictionary<string, string> table = Regex
            .Matches(File.ReadAllText(Path.Combine(BuiltModule.RepositoryRoot, "docs", "operations.md")), @"^\| `([\w-]+)` \| [^|]+ \| (.+?) \|\r?$", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        ILookup<string, string> commands = CommandsByOperation();
        string[] expected = [.. Operations().Select(operation => $"{operation}: {string.Join(", ", commands[operation].Order(StringComparer.Ordinal).Select(c => $"`{c}`"))}")];
        Assert.Equal(expected, Operations().Select(operation => $"{operation}: {table.GetValueOrDefault(operation, "not in the table")}"));
    }

    private static string[] Operations()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(BuiltModule.RepositoryRoot, "tests", "ai-gateway.openapi.json")));
        return
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject())
                .Where(method => method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("operationId", out _))
                .Select(method => method.Value.GetProperty("operationId").GetString()!),
        ];
    }

    private static string[] Exported()
    {
        using var session = new EngineSession();
        return [.. session.Run("Get-Command -Module CloudflareAiGateway").Output.Select(o => o.BaseObject.ToString()!)];
    }

    /// <summary>Operation to the commands whose remarks name it.</summary>
    private static ILookup<string, string> CommandsByOperation() =>
        Directory.GetFiles(s_commands, "*Command.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Select(source => (Cmdlet: Regex.Match(source, """\[Cmdlet\(\w+\.(\w+), "(\w+)" """.TrimEnd()), Remarks: Regex.Match(source, @"/// <remarks>.*?Source:(.*?)</remarks>", RegexOptions.Singleline)))
            .Where(file => file.Cmdlet.Success && file.Remarks.Success)
            .SelectMany(file => Regex.Matches(file.Remarks.Groups[1].Value, @"<c>([\w-]+)</c>")
                .Select(operation => (Operation: operation.Groups[1].Value, Command: $"{file.Cmdlet.Groups[1].Value}-{file.Cmdlet.Groups[2].Value}")))
            .Distinct()
            .ToLookup(pair => pair.Operation, pair => pair.Command, StringComparer.Ordinal);
}
