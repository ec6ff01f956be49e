using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Looks through a list for one item, page by page and no further than needed.</summary>
internal static class PageSearch
{
    /// <summary>Finds the first item that fits.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="readPage">Reads a page by its number, from 1.</param>
    /// <param name="fits">Whether an item is the one.</param>
    /// <returns>The item, or null when the list has none that fits.</returns>
    public static async Task<T?> FindAsync<T>(Func<int, Task<ResultPage<T>>> readPage, Predicate<T> fits)
        where T : class
    {
        for (int number = 1; ; number++)
        {
            ResultPage<T> page = await readPage(number).ConfigureAwait(false);
            foreach (T item in page.Items)
            {
                if (fits(item))
                {
                    return item;
                }
            }

            if (page.IsLast)
            {
                return null;
            }
        }
    }
}
