using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Sums up log rows by group: sums, means, percentiles, cached and failed shares. Takes rows from the pipeline, or reads a gateway's. Rows
/// without a known price are counted apart, never as zero.
/// </summary>
/// <remarks>Source: <c>aig-config-list-gateway-logs</c>.</remarks>
[Cmdlet(VerbsDiagnostic.Measure, "AiGatewayLog", DefaultParameterSetName = GatewaySet)]
[OutputType(typeof(AiGatewayLogMeasure))]
public sealed class MeasureAiGatewayLogCommand : LogQueryCommand
{
    private const string GatewaySet = "Gateway";

    private readonly Dictionary<string, GroupBuilder> _groups = new(StringComparer.Ordinal);
    private LogDimension[] _dimensions = Array.Empty<LogDimension>();

    /// <summary>Rows from Get-AiGatewayLog.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What is summed up.</summary>
    [Parameter]
    [ValidateSet("Cost", "TokensIn", "TokensOut", "Duration")]
    public string[] Property { get; set; } = { "Cost", "TokensIn", "TokensOut", "Duration" };

    /// <summary>What rows are grouped by: Provider, Model, ModelType, Day, Hour (UTC), Gateway, Success, Cached, StatusCode, Metadata.name.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(Completion.LogDimensionCompleter))]
    public string[] GroupBy { get; set; } = Array.Empty<string>();

    /// <summary>How many pages may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 16)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Reads the dimensions; without them no row can be taken.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _dimensions = GroupBy.Select(name => LogDimension.Parse(name) ?? throw Unknown(name)).ToArray();
    }

    /// <summary>Takes one row, or the rows of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is AiGatewayLog row)
        {
            Add(row);
        }
        else if (HasValidConditions())
        {
            try
            {
                ReadGateway();
            }
            catch (AiGatewayException failure)
            {
                Fail(failure, Gateway);
            }
        }
    }

    /// <summary>Writes the groups, the largest first.</summary>
    protected override void EndProcessing()
    {
        foreach (AiGatewayLogMeasure measure in _groups.Values.Select(g => g.Build()).OrderByDescending(m => m.Count))
        {
            WriteObject(measure);
        }
    }

    private void ReadGateway()
    {
        string accountId = ResolveAccountId();
        LogConditions conditions = Conditions();
        using ILogReader reader = Client.Logs.Read(Query(accountId, conditions), wanted: null, ThrottleLimit);
        reader.FetchAhead();
        bool any = false;
        while (Await(reader.ReadAsync) is { Count: > 0 } rows)
        {
            any = true;
            foreach (AiGatewayLog row in rows)
            {
                if (conditions.IsWanted(row))
                {
                    Add(row);
                }
            }
        }

        if (!any)
        {
            WarnWhenLogsAreElsewhere(accountId);
        }
    }

    private void Add(AiGatewayLog row)
    {
        var group = new Dictionary<string, string>(_dimensions.Length);
        foreach (LogDimension dimension in _dimensions)
        {
            group[dimension.Name] = dimension.Of(row);
        }

        string key = string.Join("\n", group.Values);
        if (!_groups.TryGetValue(key, out GroupBuilder? builder))
        {
            _groups[key] = builder = new GroupBuilder(group, Property);
        }

        builder.Add(row);
    }

    private static PSArgumentException Unknown(string name) =>
        new($"'{name}' is no dimension of logs. Use {string.Join(", ", LogDimension.Names)}, or Metadata.<name>.");
}
