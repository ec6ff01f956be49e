using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets log rows of a gateway, newest first, page by page as the pipeline asks for them.</summary>
/// <remarks>Source: <c>aig-config-list-gateway-logs</c>, <c>aig-config-get-gateway-log-detail</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayLog", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(AiGatewayLog))]
public sealed class GetAiGatewayLogCommand : LogQueryCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";
    private const string FollowSet = "Follow";

    /// <summary>Ids of rows; each is read with the beginning of its bodies.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? LogId { get; set; }

    /// <summary>What rows are ordered by.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public LogOrder OrderBy { get; set; }

    /// <summary>The greatest, or newest, first: what happens anyway. -Descending:$false is the same as -Ascending.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Descending { get; set; }

    /// <summary>Oldest, or least, first.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Ascending { get; set; }

    /// <summary>How many pages may be under way at once.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Keeps asking for new rows until the command is stopped, and writes each once, oldest first.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FollowSet)]
    public SwitchParameter Follow { get; set; }

    /// <summary>How long to wait between two looks for new rows, in seconds.</summary>
    [Parameter(ParameterSetName = FollowSet)]
    [ValidateRange(1, 3600)]
    public int IntervalSec { get; set; } = 5;

    private bool IsDescending => !Ascending && !(MyInvocation.BoundParameters.ContainsKey(nameof(Descending)) && !Descending);

    private protected override string ResourceName => LogId is null ? "Gateway" : "Log";

    /// <summary>Writes the rows of one gateway.</summary>
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
                WriteByIds(accountId);
            }
            else if (Follow)
            {
                LogConditions conditions = Conditions();
                using ILogFollower follower = Client.Logs.Follow(Query(accountId, conditions));
                new FollowLoop(this, follower, conditions, TimeSpan.FromSeconds(IntervalSec)).Run(WriteItem, () => IsSatisfied);
            }
            else
            {
                WriteRows(accountId);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Gateway);
        }
    }

    private void WriteByIds(string accountId)
    {
        foreach (string id in LogId!)
        {
            if (TryAwait(id, call => Client.Logs.GetAsync(accountId, Gateway, id, call), out AiGatewayLog row))
            {
                WriteItem(row);
            }
        }
    }

    private void WriteRows(string accountId)
    {
        LogConditions conditions = Conditions();
        using ILogReader reader = Client.Logs.Read(Query(accountId, conditions, OrderBy, IsDescending), Wanted(conditions), ThrottleLimit);
        bool any = false;
        while (!IsSatisfied)
        {
            IReadOnlyList<AiGatewayLog> rows = Await(reader.ReadAsync);
            if (!any)
            {
                WriteTotalCount(conditions.IsExact ? reader.TotalCount : null);
            }

            if (rows.Count == 0)
            {
                break;
            }

            any = true;
            Write(rows, reader, conditions);
        }

        if (!any && !IsSatisfied)
        {
            WarnWhenLogsAreElsewhere(accountId);
        }
    }

    private void Write(IReadOnlyList<AiGatewayLog> rows, ILogReader reader, LogConditions conditions)
    {
        for (int i = 0; i < rows.Count && !IsSatisfied; i++)
        {
            // A consumer that stops within the first half of a page has cost one request.
            if (i == rows.Count / 2 && WantsMoreThan(rows.Count - i))
            {
                reader.FetchAhead();
            }

            if (conditions.IsWanted(rows[i]))
            {
                WriteItem(rows[i]);
            }
        }
    }

    /// <summary>How many rows -First needs; null when that is not known, as a check of ours decides what counts.</summary>
    private long? Wanted(LogConditions conditions)
    {
        ulong wanted = PagingParameters.Skip + PagingParameters.First;
        return conditions.IsExact && PagingParameters.First > 0 && wanted is > 0 and < long.MaxValue && wanted >= PagingParameters.First ? (long)wanted : null;
    }
}
