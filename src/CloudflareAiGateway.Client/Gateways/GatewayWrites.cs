using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Lets one update of a gateway at a time through, and counts them. The API puts whole documents: of two updates that start from the same
/// reading, the second would undo the first, as parallel runspaces of one script do easily.
/// </summary>
internal sealed class GatewayWrites
{
    // By governor, as clients of all runspaces share one for each token and each emulator; one small entry for each gateway.
    private static readonly ConditionalWeakTable<QuotaGovernor, ConcurrentDictionary<string, GatewayWrites>> s_byService = new();

    private readonly object _lock = new();
    private Task _last = Task.CompletedTask;
    private long _count;

    /// <summary>How many updates have been sent by this process. Read before a gateway is read, it tells whether the reading is still good.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The updates of one gateway.</summary>
    public static GatewayWrites Of(ClientSettings settings, string accountId, string name) =>
        s_byService
            .GetValue(settings.Governor, static _ => new ConcurrentDictionary<string, GatewayWrites>(StringComparer.Ordinal))
            .GetOrAdd($"{settings.ApiBase} {accountId} {name}", static _ => new GatewayWrites());

    /// <summary>Runs an update when it is its turn.</summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Ends the wait for the turn.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> update, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        Task own;
        lock (_lock)
        {
            before = _last;

            // One that gives up waiting ends early; the next must wait for those before it all the same.
            own = _last = Task.WhenAll(before, done.Task);
        }

        try
        {
            await before.WaitAsync(cancellationToken).ConfigureAwait(false);
            return await update().ConfigureAwait(false);
        }
        finally
        {
            done.SetResult();
            lock (_lock)
            {
                // Nobody waits behind: the chain begins anew instead of growing with each update.
                _last = _last == own && before.IsCompleted ? Task.CompletedTask : _last;
            }
        }
    }

    /// <summary>Says that an update is about to be sent.</summary>
    public void Add() => Interlocked.Increment(ref _count);
}
