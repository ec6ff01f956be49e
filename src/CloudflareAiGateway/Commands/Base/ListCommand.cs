using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Fourth rung, for lists: walks the pages as the pipeline asks for them, so that what stands further back is never requested when the
/// consumer stops, and does the arithmetic of -First, -Skip and -IncludeTotalCount.
/// </summary>
public abstract class ListCommand : ConnectedCommand
{
    private ulong _skipped;
    private ulong _written;
    private bool _countWritten;

    /// <summary>Whether -First is reached and nothing more is wanted.</summary>
    private protected bool IsSatisfied => _written >= PagingParameters.First;

    /// <summary>Whether so many more items would not be enough for -First.</summary>
    private protected bool WantsMoreThan(int items) => PagingParameters.First - _written > (ulong)items;

    /// <summary>Streams a list to the pipeline.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="pageSize">How many items a page holds.</param>
    /// <param name="readPage">Reads one page by its number.</param>
    /// <param name="identity">What tells two items apart; an item that moved between two pages is written once.</param>
    /// <param name="isWanted">A filter of the command's own; null for none.</param>
    private protected void WriteList<T>(
        int pageSize,
        Func<int, CallContext, Task<ResultPage<T>>> readPage,
        Func<T, string> identity,
        Func<T, bool>? isWanted = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        // Whole pages that -Skip passes over need not be read, as long as no filter of ours decides what counts.
        int number = isWanted is null && !PagingParameters.IncludeTotalCount ? (int)Math.Min((PagingParameters.Skip - _skipped) / (ulong)pageSize, int.MaxValue - 1) : 0;
        _skipped += (ulong)number * (ulong)pageSize;
        while (!IsSatisfied || (PagingParameters.IncludeTotalCount && !_countWritten))
        {
            number++;
            ResultPage<T> page = Await(call => readPage(number, call));
            WriteTotalCount(isWanted is null ? page.TotalCount : null);
            foreach (T item in page.Items)
            {
                if (IsSatisfied)
                {
                    return;
                }

                if (seen.Add(identity(item)) && (isWanted is null || isWanted(item)))
                {
                    WriteItem(item!);
                }
            }

            if (page.IsLast)
            {
                return;
            }
        }
    }

    /// <summary>Writes one item, unless -Skip or -First leaves it out.</summary>
    private protected void WriteItem(object item)
    {
        if (_skipped < PagingParameters.Skip)
        {
            _skipped++;
        }
        else if (!IsSatisfied)
        {
            _written++;
            WriteObject(item);
        }
    }

    /// <summary>Writes the count that -IncludeTotalCount asks for, once.</summary>
    private protected void WriteTotalCount(long? total)
    {
        if (PagingParameters.IncludeTotalCount && !_countWritten)
        {
            _countWritten = true;
            WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0.0 : 1.0));
        }
    }
}
