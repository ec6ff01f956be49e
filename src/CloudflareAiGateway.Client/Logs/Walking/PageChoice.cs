namespace CloudflareAiGateway.Client;

/// <summary>A page, by its number and the number of rows on each page.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Rows on a page.</param>
internal readonly record struct PageChoice(int Page, int Size)
{
    /// <summary>
    /// Picks a page that shows the last row that is known and as many behind it as can be. Pages of one size never overlap, but pages of
    /// different sizes do: rows 1 to 50 are page 1 by fifties, and rows 50 to 98 are page 2 by forty-nines.
    /// </summary>
    /// <param name="known">How many rows are known from the top.</param>
    /// <param name="largest">The most rows that a page may have, 2 or more.</param>
    public static PageChoice Reaching(long known, int largest)
    {
        long last = known > 0 ? known - 1 : 0;
        var best = new PageChoice(1, largest);
        long reach = last < largest ? largest : 0;
        for (int size = largest; size > 1 && last + size > reach; size--)
        {
            long page = (last / size) + 1;
            if (page * size > reach)
            {
                reach = page * size;
                best = new PageChoice((int)page, size);
            }
        }

        // Known divides by every size, which never happens with sizes up to 50: then the page behind has to do.
        return reach > known ? best : new PageChoice((int)(known / largest) + 1, largest);
    }
}
