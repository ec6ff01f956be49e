using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace CloudflareAiGateway.Playground;

/// <summary>Output to stdout, errors to stderr, prompts from the keyboard.</summary>
public sealed class ConsoleHostUI : PSHostUserInterface
{
    private readonly ConsolePrompts _prompts;
    private int _errorCount;

    public ConsoleHostUI()
    {
        _prompts = new ConsolePrompts(Console.In, Console.Out);
        SupportsVirtualTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
    }

    public int ErrorCount => _errorCount;

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleRawUI();

    public override bool SupportsVirtualTerminal { get; }

    public override void Write(string value) => Console.Out.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Console.Out.WriteLine(Plain(value));

    public override void WriteErrorLine(string value)
    {
        Interlocked.Increment(ref _errorCount);
        Console.Error.WriteLine(GetOutputString(value, SupportsVirtualTerminal && !Console.IsErrorRedirected));
    }

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    // A progress bar would be torn apart by output; the playground shows none.
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine() => _prompts.ReadLine();

    public override SecureString ReadLineAsSecureString() => _prompts.ReadSecret();

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _prompts.Choose(caption, message, choices, defaultChoice);

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        _prompts.Fields(caption, message, descriptions);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _prompts.Credential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _prompts.Credential(caption, message, userName);

    private string Plain(string value) => GetOutputString(value, SupportsVirtualTerminal);
}
