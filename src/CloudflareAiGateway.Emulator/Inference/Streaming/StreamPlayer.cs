using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Plays the parts of a stream in time.</summary>
internal static class StreamPlayer
{
    /// <summary>Plays a stream.</summary>
    /// <param name="events">Its parts.</param>
    /// <param name="manner">How.</param>
    /// <param name="time">The clock of the delays.</param>
    /// <param name="ended">Runs when it is over, for whatever reason; gets what was sent.</param>
    /// <param name="cancellationToken">Ends it: the client is gone.</param>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> PlayAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> events, StreamManner manner, TimeProvider time, Func<IReadOnlyList<ReadOnlyMemory<byte>>, Task> ended, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = new List<ReadOnlyMemory<byte>>(events.Count);
        int count = Math.Min(manner.BreaksAfter ?? int.MaxValue, events.Count - (manner.OmitsEnd ? 1 : 0));
        try
        {
            for (int i = 0; i < count; i++)
            {
                if (i > 0 && manner.Delay > TimeSpan.Zero)
                {
                    await Task.Delay(manner.Delay, time, cancellationToken).ConfigureAwait(false);
                }

                cancellationToken.ThrowIfCancellationRequested();
                if (manner.HasComments)
                {
                    yield return ServerSentEvent.Comment;
                }

                sent.Add(events[i]);
                foreach (ReadOnlyMemory<byte> piece in manner.SplitsCharacters ? CharacterSplitter.Split(events[i]) : [events[i]])
                {
                    yield return piece;
                }
            }
        }
        finally
        {
            await ended(sent).ConfigureAwait(false);
        }
    }
}
