using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Keeps looking for new rows. A row may be logged some seconds after its call, with the time of the call, so each look goes back a
/// little and rows that were written are remembered as long as they can come again.
/// </summary>
internal sealed class LogFollower
{
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(60);

    private readonly CancellableCommand _command;
    private readonly ILogClient _logs;
    private readonly LogQuery _query;
    private readonly LogConditions _conditions;
    private readonly TimeSpan _interval;
    private readonly Dictionary<string, DateTimeOffset> _written = new(StringComparer.Ordinal);

    /// <summary>Prepares to follow.</summary>
    public LogFollower(CancellableCommand command, ILogClient logs, LogQuery query, LogConditions conditions, TimeSpan interval)
    {
        _command = command;
        _logs = logs;
        _query = query;
        _conditions = conditions;
        _interval = interval;
    }

    /// <summary>Follows until the command is stopped.</summary>
    /// <param name="write">Takes each new row.</param>
    public void Run(Action<object> write)
    {
        DateTimeOffset newest = DateTimeOffset.UtcNow;
        DateTimeOffset start = newest;
        while (true)
        {
            newest = Look(newest - s_late, start, write) is { } seen && seen > newest ? seen : newest;
            Forget(newest - s_late - s_late);
            _command.Await(call => Task.Delay(_interval, call.CancellationToken));
        }
    }

    private DateTimeOffset? Look(DateTimeOffset since, DateTimeOffset start, Action<object> write)
    {
        var filters = new List<AiGatewayLogFilter>(_query.Filters)
        {
            new() { Key = LogFilterKey.CreatedAt, Operator = LogFilterOperator.Gt, Value = new object[] { since > start ? since : start } },
        };
        var query = new LogQuery { AccountId = _query.AccountId, Gateway = _query.Gateway, Filters = filters, Search = _query.Search, Descending = false };
        DateTimeOffset? newest = null;
        using ILogReader reader = _logs.Read(query, _logs.MaximumPageSize, throttleLimit: 1);
        while (_command.Await(reader.ReadAsync) is { Count: > 0 } rows)
        {
            foreach (AiGatewayLog row in rows)
            {
                newest = row.CreatedAt > newest || newest is null ? row.CreatedAt : newest;
                if (!_written.ContainsKey(row.Id) && _conditions.IsWanted(row))
                {
                    _written[row.Id] = row.CreatedAt;
                    write(row);
                }
            }
        }

        return newest;
    }

    private void Forget(DateTimeOffset before)
    {
        var old = new List<string>();
        foreach (KeyValuePair<string, DateTimeOffset> row in _written)
        {
            if (row.Value < before)
            {
                old.Add(row.Key);
            }
        }

        foreach (string id in old)
        {
            _written.Remove(id);
        }
    }
}
