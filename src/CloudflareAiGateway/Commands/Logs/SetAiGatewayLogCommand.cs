using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Judges log rows: rating, score, metadata. Only what is given is changed.</summary>
/// <remarks>Source: <c>aig-config-patch-gateway-log</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayLog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayLog))]
public sealed class SetAiGatewayLogCommand : LogRowCommand
{
    /// <summary>The rating; None takes it away.</summary>
    [Parameter]
    public LogFeedback? Feedback { get; set; }

    /// <summary>The quality score, 0 to 100; $null takes it away.</summary>
    [Parameter]
    public double? Score { get; set; }

    /// <summary>Metadata that replaces the row's: texts, numbers and flags by name; $null takes it away.</summary>
    [Parameter]
    public Hashtable? Metadata { get; set; }

    /// <summary>Writes the row as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void ProcessRow(string accountId, string id)
    {
        if (ReadMembers(id) is not { } members)
        {
            return;
        }

        string change = string.Join(", ", members.Keys.Select(WireSpelling.PascalCase));
        if (ShouldProcess($"log {id} of gateway '{Gateway}' (account {accountId})", $"Set {change}")
            && TryAwait(id, call => PatchAsync(accountId, id, members, call), out AiGatewayLog? row)
            && row is not null)
        {
            WriteObject(row);
        }
    }

    private async Task<AiGatewayLog?> PatchAsync(string accountId, string id, Dictionary<string, object?> members, CallContext call)
    {
        await Client.Logs.PatchAsync(accountId, Gateway, id, new LogPatch { Members = members }, call).ConfigureAwait(false);
        return PassThru ? await Client.Logs.GetAsync(accountId, Gateway, id, call).ConfigureAwait(false) : null;
    }

    private Dictionary<string, object?>? ReadMembers(string id)
    {
        var members = new Dictionary<string, object?>();
        if (Feedback is { } feedback)
        {
            members["feedback"] = feedback switch { LogFeedback.Positive => 1, LogFeedback.Negative => -1, _ => null };
        }

        if (MyInvocation.BoundParameters.ContainsKey(nameof(Score)))
        {
            members["score"] = Score;
        }

        if (MyInvocation.BoundParameters.ContainsKey(nameof(Metadata)))
        {
            members["metadata"] = Metadata is null ? null : PlainValue.From(Metadata);
        }

        string? problem = members.Count == 0 ? "Nothing to set: give -Feedback, -Score or -Metadata."
            : Score is < 0 or > 100 ? $"The score {Score} is out of range: from 0 to 100."
            : Metadata?.Values.Cast<object?>().FirstOrDefault(v => PlainValue.From(v) is null or IDictionary or System.Array) is { } nested ? $"Metadata holds texts, numbers and flags only, not '{nested}'."
            : null;
        if (problem is null)
        {
            return members;
        }

        WriteError(ErrorRecords.InvalidInput("InvalidLogJudgement", problem, id));
        return null;
    }
}
