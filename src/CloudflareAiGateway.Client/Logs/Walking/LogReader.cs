using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Sends the requests of a walk, ahead when that is wanted, and gives their rows in order.</summary>
internal sealed class LogReader : ILogReader
{
    private readonly LogPageSource _source;
    private readonly ILogWalk _walk;
    private readonly int _pageSize;
    private readonly int _throttleLimit;
    private readonly Dictionary<LogRequest, Task<ResultPage<AiGatewayLog>>> _underWay = new();
    private readonly ForwardingSink _sink = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopToken;
    private bool _fetchesAhead;
    private bool _knowsTotal;

    /// <summary>Begins to walk; nothing is sent yet.</summary>
    /// <param name="source">Fetches pages.</param>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="pageSize">1 to 50.</param>
    /// <param name="throttleLimit">How many requests may be under way at once, 1 or more.</param>
    public LogReader(LogPageSource source, LogQuery query, int pageSize, int throttleLimit)
    {
        _source = source;
        _pageSize = pageSize;
        _throttleLimit = Math.Max(1, throttleLimit);
        _stopToken = _stop.Token;
        _walk = query.OrderBy is LogOrder.CreatedAt && !query.Descending ? new KeysetWalk(query) : new NumberedWalk(query, _throttleLimit);
    }

    /// <inheritdoc/>
    public long? TotalCount { get; private set; }

    /// <inheritdoc/>
    public long DuplicatesDropped => _walk.DuplicatesDropped;

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
            while (_walk.Next() is LogRequest request)
            {
                IReadOnlyList<AiGatewayLog> rows = _walk.Accept(await PageAsync(request, call.CancellationToken).ConfigureAwait(false));
                Fill();
                if (rows.Count > 0)
                {
                    return rows;
                }
            }

            return Array.Empty<AiGatewayLog>();
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
        _ = Task.WhenAll(_underWay.Values).ContinueWith(
            all =>
            {
                _ = all.Exception;
                _stop.Dispose();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        _underWay.Clear();
    }

    private async Task<ResultPage<AiGatewayLog>> PageAsync(LogRequest request, CancellationToken stopsWaiting)
    {
        Task<ResultPage<AiGatewayLog>> task = Start(request);
        Fill();
        try
        {
            ResultPage<AiGatewayLog> page = await task.WaitAsync(stopsWaiting).ConfigureAwait(false);
            TotalCount = _knowsTotal ? TotalCount : page.TotalCount;
            _knowsTotal = true;
            return page;
        }
        finally
        {
            // One that goes on stays listed, so that disposing ends it; one that failed is asked for again should the caller go on.
            if (task.IsCompleted)
            {
                _underWay.Remove(request);
                _ = task.Exception;
            }
        }
    }

    private void Fill()
    {
        if (!_fetchesAhead || _stopToken.IsCancellationRequested)
        {
            return;
        }

        for (int ahead = 0; ahead < _throttleLimit && _walk.Next(ahead) is LogRequest request; ahead++)
        {
            Start(request);
        }
    }

    private Task<ResultPage<AiGatewayLog>> Start(LogRequest request)
    {
        if (!_underWay.TryGetValue(request, out Task<ResultPage<AiGatewayLog>>? task))
        {
            Calls++;
            task = SendAsync(request);
            _underWay.Add(request, task);
        }

        return task;
    }

    // An async method, so that a source that fails at once does so at the page's turn, too.
    private async Task<ResultPage<AiGatewayLog>> SendAsync(LogRequest request) =>
        await _source(request.Query, request.Page, _pageSize, new CallContext(_sink, _stopToken)).ConfigureAwait(false);
}
