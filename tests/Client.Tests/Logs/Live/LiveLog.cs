using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>
/// A log that changes and misbehaves while it is read, all from one seed. A question is looked at some time after it was put and
/// answered some time after that, in any order; <see cref="DriveAsync"/> lets that time pass.
/// </summary>
internal sealed class LiveLog
{
    public static readonly DateTimeOffset Start = new(2026, 10, 8, 9, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly LiveTable _table;
    private readonly LiveAnswers _answers;
    private readonly List<(Func<ResultPage<AiGatewayLog>> Look, TaskCompletionSource<ResultPage<AiGatewayLog>> Task)> _asked = [];
    private readonly List<(ResultPage<AiGatewayLog> Page, TaskCompletionSource<ResultPage<AiGatewayLog>> Task)> _answered = [];

    /// <summary>Makes a log.</summary>
    /// <param name="seed">What happens.</param>
    /// <param name="rows">How many rows there are at first, or a few more.</param>
    /// <param name="longestBurst">How many rows may have one time at first.</param>
    /// <param name="trouble">What may go wrong; null for nothing.</param>
    public LiveLog(int seed, int rows, int longestBurst, LiveTrouble? trouble = null)
    {
        _random = new Random(seed);
        Trouble = trouble ?? new LiveTrouble();
        _table = new LiveTable(_random, Trouble);
        _table.Fill(rows, longestBurst);
        _answers = new LiveAnswers(_table, Trouble, _random);
    }

    public LiveTrouble Trouble { get; }

    /// <summary>Whether questions wait for <see cref="DriveAsync"/>; otherwise they are answered at once.</summary>
    public bool TakesTime { get; init; }

    public int Requests { get; private set; }

    /// <summary>Whether the first answer had as many rows as were asked for.</summary>
    public bool BeganWhole => _answers.BeganWhole;

    public int UnderWay => _asked.Count + _answered.Count;

    /// <summary>Whether nothing changes any more and every answer is right.</summary>
    public bool IsCalm { get; set; }

    /// <summary>The ids of the rows that are there and shown.</summary>
    public HashSet<string> Ids => [.. Rows.Select(row => row.Id)];

    public IEnumerable<AiGatewayLog> Rows => _table.Rows.Where(row => !Trouble.Hides || !LiveAnswers.IsHidden(row));

    /// <summary>Adds rows of one new time.</summary>
    public void AddNew(int burst) => _table.AddNew(burst);

    public Task<ResultPage<AiGatewayLog>> PageAsync(LogQuery query, int page, int pageSize, CallContext call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        Requests++;
        if (!TakesTime)
        {
            ResultPage<AiGatewayLog> answer = _answers.Answer(query, page, pageSize, IsCalm);
            Change();
            return Task.FromResult(answer);
        }

        var task = new TaskCompletionSource<ResultPage<AiGatewayLog>>();
        _asked.Add((() => _answers.Answer(query, page, pageSize, IsCalm), task));
        return task.Task;
    }

    /// <summary>Lets time pass until a task is done. Everything runs on this thread, so that a seed always gives the same.</summary>
    public async Task<T> DriveAsync<T>(Task<T> task)
    {
        for (int idle = 0; !task.IsCompleted;)
        {
            if (UnderWay > 0)
            {
                Step();
            }
            else if (++idle > 100_000)
            {
                throw new InvalidOperationException("Waits for nothing.");
            }
            else
            {
                await Task.Yield();
            }
        }

        return await task;
    }

    private void Change()
    {
        if (!IsCalm)
        {
            _table.Change();
        }
    }

    private void Step()
    {
        Change();
        if (_answered.Count == 0 || (_asked.Count > 0 && _random.Next(2) == 0))
        {
            int index = _random.Next(_asked.Count);
            (Func<ResultPage<AiGatewayLog>> look, TaskCompletionSource<ResultPage<AiGatewayLog>> task) = _asked[index];
            _asked.RemoveAt(index);
            _answered.Add((look(), task));
        }
        else
        {
            int index = _random.Next(_answered.Count);
            (ResultPage<AiGatewayLog> page, TaskCompletionSource<ResultPage<AiGatewayLog>> task) = _answered[index];
            _answered.RemoveAt(index);
            task.SetResult(page);
        }
    }
}
