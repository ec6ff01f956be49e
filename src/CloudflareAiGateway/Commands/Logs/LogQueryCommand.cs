using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>The conditions on log rows that get, remove, export and measure share.</summary>
public abstract class LogQueryCommand : ListCommand
{
    private static readonly HashSet<string> s_accountsTold = new(StringComparer.Ordinal);

    /// <summary>The gateway.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>Rows from this time on.</summary>
    [Parameter]
    public DateTimeOffset? After { get; set; }

    /// <summary>Rows from before this time.</summary>
    [Parameter]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Rows of these providers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Provider { get; set; }

    /// <summary>Rows of these models.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Model { get; set; }

    /// <summary>Only successes, or only failures.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Success { get; set; }

    /// <summary>Only answers from the cache, or only others.</summary>
    [Parameter]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Cached { get; set; }

    /// <summary>Rows with this rating.</summary>
    [Parameter]
    public LogFeedback? Feedback { get; set; }

    /// <summary>Rows that cost at least so much, in US dollars.</summary>
    [Parameter]
    [MoneyTransformation]
    [ValidateRange(0, double.MaxValue)]
    public decimal? MinimumCost { get; set; }

    /// <summary>Rows that cost at most so much, in US dollars.</summary>
    [Parameter]
    [MoneyTransformation]
    [ValidateRange(0, double.MaxValue)]
    public decimal? MaximumCost { get; set; }

    /// <summary>Rows that took at least so long: milliseconds or a TimeSpan.</summary>
    [Parameter]
    [NumberTransformation(PerSecond = 1000)]
    public int? MinimumDuration { get; set; }

    /// <summary>Rows whose metadata has all of these names with these values.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Metadata { get; set; }

    /// <summary>Rows with one of these event ids.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? EventId { get; set; }

    /// <summary>A text that the server looks for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Further conditions, from New-AiGatewayLogFilter.</summary>
    [Parameter]
    [ValidateNotNull]
    [ModelTransformation(typeof(AiGatewayLogFilter[]), nameof(Filter))]
    public AiGatewayLogFilter[]? Filter { get; set; }

    /// <summary>Checks gateway and times before any call.</summary>
    /// <returns>Whether they make sense; if not, an error was written.</returns>
    private protected bool HasValidConditions()
    {
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return false;
        }

        if (After >= Before)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidTimeRange", $"-After ({After:u}) is not before -Before ({Before:u}); no row can match.", Gateway, "Swap them, or leave one out."));
            return false;
        }

        return true;
    }

    /// <summary>Whether any condition was given.</summary>
    private protected bool HasConditions => Conditions().Filters.Count > 0 || Search is not null;

    /// <summary>Collects the conditions.</summary>
    private protected LogConditions Conditions()
    {
        var conditions = new LogConditions();
        conditions.AddFrom(After);
        conditions.AddBefore(Before);
        conditions.AddAny(LogFilterKey.Provider, Provider);
        conditions.AddAny(LogFilterKey.Model, Model);
        conditions.AddValue(LogFilterKey.Success, Success);
        conditions.AddValue(LogFilterKey.Cached, Cached);
        if (Feedback is { } feedback)
        {
            conditions.AddValue(LogFilterKey.Feedback, feedback switch { LogFeedback.Positive => 1, LogFeedback.Negative => -1, _ => 0 });
        }

        conditions.AddMinimum(LogFilterKey.Cost, MinimumCost, row => row.Cost);
        conditions.AddMaximum(LogFilterKey.Cost, MaximumCost, row => row.Cost);
        conditions.AddMinimum(LogFilterKey.Duration, MinimumDuration, row => row.Duration);
        conditions.AddMetadata(Metadata);
        conditions.AddAny(LogFilterKey.EventId, EventId);
        foreach (AiGatewayLogFilter filter in Filter ?? Array.Empty<AiGatewayLogFilter>())
        {
            conditions.Add(filter);
        }

        return conditions;
    }

    /// <summary>The conditions as a query.</summary>
    private protected LogQuery Query(string accountId, LogConditions conditions, LogOrder orderBy = LogOrder.CreatedAt, bool descending = true) => new()
    {
        AccountId = accountId,
        Gateway = Gateway,
        Filters = conditions.Filters,
        Search = Search,
        OrderBy = orderBy,
        Descending = descending,
    };

    /// <summary>An empty list may mean that the account's logs are elsewhere; that is said once per account instead of shown as nothing.</summary>
    private protected void WarnWhenLogsAreElsewhere(string accountId)
    {
        if (Await(call => Client.Logs.UsesNewLogSystemAsync(accountId, call)) != true)
        {
            return;
        }

        lock (s_accountsTold)
        {
            if (!s_accountsTold.Add($"{System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Client)} {accountId}"))
            {
                return;
            }
        }

        WriteWarning($"The account {accountId} keeps its logs in Workers Observability, where this API shows none. Look at them in the dashboard under Workers & Pages > Observability, or push them elsewhere with Logpush.");
    }
}
