using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>Looks for new rows, waits, and looks again, until the command is stopped.</summary>
internal sealed class FollowLoop
{
    private readonly CancellableCommand _command;
    private readonly ILogFollower _follower;
    private readonly LogConditions _conditions;
    private readonly TimeSpan _interval;

    /// <summary>Prepares to follow.</summary>
    public FollowLoop(CancellableCommand command, ILogFollower follower, LogConditions conditions, TimeSpan interval)
    {
        _command = command;
        _follower = follower;
        _conditions = conditions;
        _interval = interval;
    }

    /// <summary>Follows until the command is stopped.</summary>
    /// <param name="write">Takes each new row.</param>
    /// <param name="isEnough">Whether no more rows are wanted.</param>
    public void Run(Action<object> write, Func<bool> isEnough)
    {
        while (!isEnough())
        {
            IReadOnlyList<AiGatewayLog> rows = _command.Await(_follower.ReadAsync);
            foreach (AiGatewayLog row in rows)
            {
                if (_conditions.IsWanted(row))
                {
                    write(row);
                }
            }

            if (rows.Count == 0)
            {
                _command.Await(call => Task.Delay(_interval, call.CancellationToken));
            }
        }
    }
}
