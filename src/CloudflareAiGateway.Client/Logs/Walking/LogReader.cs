using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Sends the requests of a walk, ahead and several at once when that is wanted, and gives the rows in the walk's order.</summary>
internal sealed class LogReader : ILogReader
{
    private readonly LogPageSource _source;
    private readonly SegmentList _segments;
    private readonly int _throttleLimit;
    private readonly List<Task> _underWay = [];
    private readonly ForwardingSink _sink = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopToken;
    private bool _fetchesAhead;
    private bool _knowsTotal;

    /// <summary>Begins to walk; nothing is sent yet.</summary>
    /// <param name="source">Fetches pages.</param>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="pageSize">Rows on a page, 2 to 50.</param>
    /// <param name="throttleLimit">How many requests may be under way at once, 1 or more; in other orders than by time there is one.</param>
    /// <param name="options">How to begin and to end.</param>
    public LogReader(LogPageSource source, LogQuery query, int pageSize, int throttleLimit, LogWalkOptions options)
    {
        _source = source;
        _throttleLimit = Math.Max(1, throttleLimit);
        _stopToken = _stop.Token;
        _segments = new SegmentList(query, pageSize, _throttleLimit, options);
    }

    /// <inheritdoc/>
    public long? TotalCount { get; private set; }

    /// <inheritdoc/>
    public long DuplicatesDropped => _segments.DuplicatesDropped;

    /// <inheritdoc/>
    public long Calls { get; private set; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AiGatewayLog>> ReadAsync(CallContext call)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_stopToken.IsCancellationRequested, this);
        _sink.Attach(call.Sink);
        try
        {
            while (true)
            {
                Collect();
                if (_segments.TryTake(out IReadOnlyList<AiGatewayLog> rows))
                {
                    Fill();
                    return rows;
                }

                if (_segments.First is null)
                {
                    return [];
                }

                await AdvanceAsync(call.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (call.CancellationToken.IsCancellationRequested)
        {
            // The user stopped: what is under way will not be wanted, and should not use up quota.
            Dispose();
            throw;
        }
        finally
        {
            _sink.Detach();
        }
    }

    /// <inheritdoc/>
    public void FetchAhead()
    {
        _fetchesAhead = true;
        Fill();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_stopToken.IsCancellationRequested)
        {
            return;
        }

        _stop.Cancel();

        // Nobody will ask for these any more: their failures count as seen, and the source of the token outlives them.
        List();
        _ = Task.WhenAll(_underWay).ContinueWith(
            all =>
            {
                _ = all.Exception;
                _stop.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Takes the answers that are there. A failure stays until its turn comes: the rows before it are given first.</summary>
    private void Collect()
    {
        for (int i = 0; i < _segments.All.Count; i++)
        {
            LogSegment segment = _segments.All[i];
            if (segment.UnderWay is { IsCompletedSuccessfully: true } task)
            {
                ResultPage<AiGatewayLog> page = task.GetAwaiter().GetResult();
                segment.UnderWay = null;
                TotalCount = _segments.TotalCount = _knowsTotal ? TotalCount : page.TotalCount;
                _knowsTotal = true;
                _segments.Accept(segment, page);
                i = -1;
            }
        }
    }

    private async Task AdvanceAsync(CancellationToken stopsWaiting)
    {
        LogSegment needed = _segments.Needed;
        if (needed.UnderWay is { IsCompleted: true } failed)
        {
            // Asked for again should the caller go on.
            needed.UnderWay = null;
            await failed.ConfigureAwait(false);
        }

        if (needed.CanAsk)
        {
            Send(needed);
        }

        Fill();
        List();
        if (_underWay.Count > 0)
        {
            await Task.WhenAny(_underWay).WaitAsync(stopsWaiting).ConfigureAwait(false);
        }
        else if (_segments.Needed.UnderWay is null)
        {
            throw new InvalidOperationException("The walk waits for nothing.");
        }
    }

    private void Fill()
    {
        if (!_fetchesAhead || _stopToken.IsCancellationRequested)
        {
            return;
        }

        List();
        for (int count = _underWay.Count; count < _throttleLimit && _segments.FindWork() is LogSegment segment; count++)
        {
            Send(segment);
        }
    }

    /// <summary>Lists what is under way; failures that wait for their turn are not.</summary>
    private void List()
    {
        _underWay.Clear();
        foreach (LogSegment segment in _segments.All)
        {
            if (segment.UnderWay is { } task && (!task.IsCompleted || task.IsCompletedSuccessfully))
            {
                _underWay.Add(task);
            }
        }
    }

    private void Send(LogSegment segment)
    {
        Calls++;
        segment.UnderWay = SendAsync(segment.Walk.Next!.Value);
    }

    // An async method, so that a source that fails at once does so at the page's turn, too.
    private async Task<ResultPage<AiGatewayLog>> SendAsync(LogRequest request) =>
        await _source(request.Query, request.Page, request.Size, new CallContext(_sink, _stopToken)).ConfigureAwait(false);
}
