using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Deletes log rows: by id from the pipeline, or by condition. It counts first and says how many; more than 10,000 go in rounds. There is
/// no way back, so it asks.
/// </summary>
/// <remarks>Source: <c>aig-config-delete-gateway-logs</c>.</remarks>
[Cmdlet(VerbsCommon.Remove, "AiGatewayLog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = QuerySet)]
[OutputType(typeof(void))]
public sealed class RemoveAiGatewayLogCommand : LogQueryCommand
{
    private const string QuerySet = "Query";
    private const string IdSet = "Id";
    private const int RoundLimit = 10_000;

    private readonly LogRemovals _removals;

    /// <summary>Makes the command.</summary>
    public RemoveAiGatewayLogCommand() => _removals = new LogRemovals(Remove);

    /// <summary>Ids of rows; fifty go in one call.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? LogId { get; set; }

    /// <summary>How many rows to delete at most, the oldest first.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    [ValidateRange(1, int.MaxValue)]
    public int? Limit { get; set; }

    /// <summary>Deletes all rows, when no condition is given.</summary>
    [Parameter(ParameterSetName = QuerySet)]
    public SwitchParameter All { get; set; }

    private protected override string ResourceName => LogId is null ? "Gateway" : "Log";

    /// <summary>Deletes rows of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidConditions())
        {
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            if (LogId is not null)
            {
                Gather(accountId);
            }
            else
            {
                RemoveByQuery(accountId);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Gateway);
        }
    }

    /// <summary>Deletes the rows that are still gathered.</summary>
    protected override void EndProcessing() => _removals.Flush();

    private void Gather(string accountId)
    {
        foreach (string id in LogId!)
        {
            if (ShouldProcess($"log {id} of gateway '{Gateway}' (account {accountId})", "Delete"))
            {
                _removals.Add(accountId, Gateway, id);
            }
        }
    }

    private void Remove(string accountId, string gateway, IReadOnlyList<string> ids)
    {
        var query = new LogQuery { AccountId = accountId, Gateway = gateway, Filters = new[] { new AiGatewayLogFilter { Key = LogFilterKey.Id, Value = ids.ToArray<object>() } } };
        try
        {
            Await(call => Client.Logs.DeleteAsync(query, ids.Count, call));
            WriteVerbose($"{ids.Count} logs of gateway '{gateway}' deleted.");
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, gateway);
        }
    }

    private void RemoveByQuery(string accountId)
    {
        LogConditions conditions = Conditions();
        if (!HasConditions && !All && Limit is null)
        {
            WriteError(ErrorRecords.InvalidInput("ConditionRequired", $"Without a condition every log of gateway '{Gateway}' would be deleted.", Gateway, "Give a condition such as -Before, or -All if that is what you mean."));
            return;
        }

        if (!conditions.IsExact || Search is not null)
        {
            WriteError(ErrorRecords.InvalidInput(
                "ConditionNotExact",
                Search is not null
                    ? "The API does not delete by -Search; it would delete rows that the search leaves out."
                    : "The server compares costs, durations and metadata less sharply than asked, so deleting by them could hit other rows.",
                Gateway,
                "Find the rows first: Get-AiGatewayLog with these conditions | Remove-AiGatewayLog."));
            return;
        }

        // Rows that arrive while we delete must not move into the place of those that were counted and confirmed.
        conditions.AddBefore(Before is null ? DateTimeOffset.UtcNow : null);
        LogQuery query = Query(accountId, conditions);
        long count = Await(call => Client.Logs.ListAsync(query, page: 1, pageSize: 1, call)).TotalCount ?? long.MaxValue;
        long wanted = Limit is { } limit ? Math.Min(count, limit) : count;
        string rows = wanted == long.MaxValue ? "all matching logs" : $"{wanted} of {count} matching logs";
        if (wanted == 0)
        {
            WriteVerbose($"No log of gateway '{Gateway}' matches; nothing was sent.");
        }
        else if (ShouldProcess($"gateway '{Gateway}' (account {accountId})", $"Delete {rows}"))
        {
            RemoveInRounds(query, wanted);
        }
    }

    private void RemoveInRounds(LogQuery query, long wanted)
    {
        for (long left = wanted; left > 0; left -= RoundLimit)
        {
            int round = (int)Math.Min(left, RoundLimit);
            Await(call => Client.Logs.DeleteAsync(query, round, call));
            WriteVerbose($"{round} logs deleted, {Math.Max(0, left - round)} to go.");
            if (wanted == long.MaxValue && Await(call => Client.Logs.ListAsync(query, page: 1, pageSize: 1, call)).Items.Count == 0)
            {
                return;
            }
        }
    }
}
