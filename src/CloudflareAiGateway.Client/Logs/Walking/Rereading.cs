using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client;

/// <summary>What was seen of a page that looked odd and is asked for again.</summary>
internal sealed class Rereading
{
    // While the first rows are being deleted, no two answers begin alike.
    private const int MostUnlikeAnswers = 3;

    private IReadOnlyList<AiGatewayLog> _held = [];
    private List<AiGatewayLog> _heldFresh = [];
    private IReadOnlyList<AiGatewayLog>? _unlinked;
    private int _unlinkedAnswers;
    private bool _wasEmpty;

    /// <summary>Whether an answer ended early already.</summary>
    public bool WasShort { get; private set; }

    /// <summary>Forgets it all: another page is asked for.</summary>
    public void Reset()
    {
        WasShort = false;
        _held = [];
        _heldFresh = [];
        _unlinked = null;
        _unlinkedAnswers = 0;
        _wasEmpty = false;
    }

    /// <summary>Whether an empty answer is to be asked for again, as there were rows.</summary>
    public bool DoubtsEmpty()
    {
        bool isFirst = !_wasEmpty;
        _wasEmpty = true;
        return isFirst;
    }

    /// <summary>Keeps a page that ended early.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="fresh">Those of them that are not known.</param>
    public void Hold(IReadOnlyList<AiGatewayLog> rows, List<AiGatewayLog> fresh)
    {
        WasShort = true;
        _held = rows;
        _heldFresh = fresh;
    }

    /// <summary>Whether a page without a known row begins as the answer before it did; after some answers, whether it begins within it.</summary>
    public bool BeginsAlike(IReadOnlyList<AiGatewayLog> rows)
    {
        IReadOnlyList<AiGatewayLog>? before = _unlinked;
        _unlinked = rows;
        _unlinkedAnswers++;
        return before is not null
            && (before[0].Id == rows[0].Id || (_unlinkedAnswers > MostUnlikeAnswers && before.Any(row => row.Id == rows[0].Id)));
    }

    /// <summary>Puts two short answers to one question together.</summary>
    /// <param name="rows">The rows of the second one.</param>
    /// <param name="fresh">Those of them that are not known.</param>
    /// <param name="window">The marks of rows.</param>
    /// <param name="end">The mark of the last row that both show: what one alone shows behind it has been read once.</param>
    /// <returns>
    /// The new rows of both. Null when that is not known: the two do not touch, so that one of them is another page's, or only one has news.
    /// </returns>
    public List<AiGatewayLog>? Unite(IReadOnlyList<AiGatewayLog> rows, List<AiGatewayLog> fresh, WalkWindow window, out long end)
    {
        end = window.EndOf(rows);
        if (_held.Count == 0)
        {
            return fresh;
        }

        IEnumerable<AiGatewayLog> all = fresh.Concat(_heldFresh).DistinctBy(row => row.Id);
        if (rows.Count == 0)
        {
            end = window.EndOf(_held);
            return [.. all];
        }

        Dictionary<string, int> places = Places(_held);
        AiGatewayLog? last = rows.LastOrDefault(row => places.ContainsKey(row.Id));
        if (last is null || !window.IsByTime)
        {
            return last is null ? null : [.. all];
        }

        end = window.Line.Mark(last);
        Dictionary<string, int> ownPlaces = Places(rows);
        bool IsBothRead(AiGatewayLog row) =>
            (ownPlaces.TryGetValue(row.Id, out int own) && own <= ownPlaces[last.Id]) || (places.TryGetValue(row.Id, out int held) && held <= places[last.Id]);
        List<AiGatewayLog> both = [.. all.Where(IsBothRead).OrderBy(window.Line.Mark)];
        return both.Count == 0 && (fresh.Count > 0 || _heldFresh.Count > 0) ? null : both;
    }

    private static Dictionary<string, int> Places(IReadOnlyList<AiGatewayLog> rows)
    {
        var places = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            places.TryAdd(rows[i].Id, i);
        }

        return places;
    }
}
