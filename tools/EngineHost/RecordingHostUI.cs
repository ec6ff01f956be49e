using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace CloudflareAiGateway.EngineHost;

/// <summary>Records host text per stream and in order; answers prompts from queues and refuses unexpected ones.</summary>
public sealed class RecordingHostUI : PSHostUserInterface
{
    private readonly Lock _gate = new();
    private readonly List<HostRecord> _records = [];
    private readonly Queue<int> _choices = new();
    private readonly Queue<object?> _answers = new();
    private readonly bool _keepAnsi;

    public RecordingHostUI(int width, int height, bool keepAnsi)
    {
        RawUI = new RecordingRawUI(width, height);
        _keepAnsi = keepAnsi;
    }

    public override PSHostRawUserInterface RawUI { get; }

    /// <summary>Everything recorded so far, oldest first.</summary>
    public IReadOnlyList<HostRecord> Records
    {
        get
        {
            lock (_gate)
            {
                return _records.ToArray();
            }
        }
    }

    /// <summary>How many queued answers nobody asked for yet; a test can assert that it is zero.</summary>
    public int PendingAnswers
    {
        get
        {
            lock (_gate)
            {
                return _choices.Count + _answers.Count;
            }
        }
    }

    /// <summary>Everything that was shown, in order, as one text.</summary>
    public string Text => Join(Records);

    /// <summary>Everything that was shown as <paramref name="stream"/>.</summary>
    public string TextOf(HostStream stream) => Join(Records.Where(record => record.Stream == stream));

    /// <summary>Queues the index of a choice for a coming PromptForChoice (0 is Yes in a confirmation).</summary>
    public void AnswerChoice(params int[] choices)
    {
        lock (_gate)
        {
            Array.ForEach(choices, _choices.Enqueue);
        }
    }

    /// <summary>Queues an answer for a coming Prompt field, ReadLine, ReadLineAsSecureString or PromptForCredential.</summary>
    public void Answer(object? answer)
    {
        lock (_gate)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Forgets what was recorded; queued answers stay.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _records.Clear();
        }
    }

    public override void Write(string value) => Record(HostStream.Output, value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Record(HostStream.Output, value);

    public override void WriteLine(string value) => Record(HostStream.Output, value + "\n");

    public override void WriteErrorLine(string value) => Record(HostStream.Error, value + "\n");

    public override void WriteWarningLine(string message) => Record(HostStream.Warning, message + "\n");

    public override void WriteVerboseLine(string message) => Record(HostStream.Verbose, message + "\n");

    public override void WriteDebugLine(string message) => Record(HostStream.Debug, message + "\n");

    // Write-Host arrives through Write as well; recording the record too would show every line twice.
    public override void WriteInformation(InformationRecord record)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override int PromptForChoice(
        string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Record(HostStream.Prompt, $"{caption}\n{message}\n");
        lock (_gate)
        {
            return _choices.TryDequeue(out int choice)
                ? choice
                : throw new UnexpectedPromptException($"for a choice ('{caption}': {message})");
        }
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption, string message, Collection<FieldDescription> descriptions) =>
        descriptions.ToDictionary(
            field => field.Name, field => PSObject.AsPSObject(Next($"for '{field.Name}' ({caption})")));

    public override string ReadLine() => (string)Next("for a line")!;

    public override SecureString ReadLineAsSecureString() => (SecureString)Next("for a secret")!;

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        (PSCredential)Next($"for a credential ('{caption}': {message})")!;

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private object? Next(string what)
    {
        Record(HostStream.Prompt, what + "\n");
        lock (_gate)
        {
            return _answers.TryDequeue(out object? answer) ? answer : throw new UnexpectedPromptException(what);
        }
    }

    private void Record(HostStream stream, string? value)
    {
        // The engine sends colours even to a host without a terminal; stripping is the host's job.
        string text = value is null || _keepAnsi ? value ?? string.Empty : GetOutputString(value, supportsVirtualTerminal: false);
        lock (_gate)
        {
            _records.Add(new HostRecord(stream, text));
        }
    }

    private static string Join(IEnumerable<HostRecord> records) => string.Concat(records.Select(record => record.Text));
}
