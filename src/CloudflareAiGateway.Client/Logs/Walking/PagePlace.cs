using System;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Where a walk is among the pages under one bound. Places are guesses, as rows before them come and go; whether a page joins on to what
/// was read is seen from its rows alone.
/// </summary>
internal sealed class PagePlace
{
    // Each step is twice as long as the one before. What cannot be linked so is not shown by the service.
    private const int MostStepsBack = 9;

    private int _largest;
    private long _known;
    private long _linked;
    private long _reached;
    private int _stepsBack;
    private int _emptySteps;

    /// <summary>Begins at the top.</summary>
    /// <param name="pageSize">The most rows on a page, 2 or more: pages overlap by one row.</param>
    /// <param name="firstPageSize">Rows on the first page.</param>
    public PagePlace(int pageSize, int firstPageSize)
    {
        _largest = pageSize;
        Choice = new PageChoice(1, firstPageSize);
    }

    /// <summary>The most rows that a page has.</summary>
    public int LargestSize => _largest;

    /// <summary>The page to ask for.</summary>
    public PageChoice Choice { get; private set; }

    /// <summary>How many rows stand before the page.</summary>
    public long Offset => (long)(Choice.Page - 1) * Choice.Size;

    /// <summary>Whether the page begins where the bound does, so that it needs no known row to join on.</summary>
    public bool IsTop => Choice.Page == 1 || GivesUp;

    /// <summary>Whether all has been tried to find a known row.</summary>
    public bool GivesUp => _stepsBack > MostStepsBack;

    /// <summary>Whether the page comes as far as any before it.</summary>
    public bool IsFurthest => Offset + Choice.Size >= _reached;

    /// <summary>Whether there were rows where the page begins.</summary>
    public bool HasSeenRows => Offset < _reached;

    /// <summary>The service made the page smaller than it was asked for.</summary>
    public void Shrink(int size)
    {
        _largest = Math.Max(2, size);
        Choice = Choice with { Size = size };
    }

    /// <summary>Goes to the top of a new bound.</summary>
    /// <param name="known">How many rows are known there.</param>
    public void Restart(int known)
    {
        _known = _linked = _reached = known;
        Choice = PageChoice.Reaching(known, _largest);
    }

    /// <summary>Goes on behind a page that was read.</summary>
    /// <param name="rows">How many rows it had.</param>
    public void GoOn(int rows)
    {
        _emptySteps = 0;
        if (rows > 0)
        {
            // A page that is short for good may lack rows that are counted all the same.
            _linked = Offset + rows;
            _known = Offset + Choice.Size;
        }

        Choice = PageChoice.Reaching(_known, _largest);
    }

    /// <summary>The page had rows.</summary>
    public void See(int rows) => _reached = rows > 0 ? Math.Max(_reached, Offset + rows) : _reached;

    /// <summary>The page had new rows.</summary>
    public void AddNews() => _stepsBack = 0;

    /// <summary>Goes further up: the rows that were read before are not where they were.</summary>
    /// <param name="hasRows">Whether the page had rows, though none that is known.</param>
    /// <returns>Whether the page was empty because nothing stands there, as far as can be told.</returns>
    public bool GoBack(bool hasRows)
    {
        PageChoice before = Choice;
        bool wasBeyond = !hasRows && _known > _linked;
        _stepsBack += hasRows ? 1 : 0;
        _emptySteps = hasRows ? 0 : _emptySteps + 1;
        if (wasBeyond)
        {
            _known = _reached = _linked;
        }
        else if (GivesUp)
        {
            _known = _linked;
        }

        for (long step = 1L << (Math.Min(_stepsBack, MostStepsBack) + _emptySteps); PageChoice.Reaching(_known, _largest) == before && _known > 0; step *= 2)
        {
            _known = Math.Max(0, _known - step);
        }

        Choice = PageChoice.Reaching(_known, _largest);
        return wasBeyond;
    }
}
