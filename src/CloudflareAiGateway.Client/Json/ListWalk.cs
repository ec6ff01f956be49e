using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Walks all pages of a list inside the client, where something has to be found that the API gives no way to ask for.</summary>
internal static class ListWalk
{
    /// <summary>Calls back for each item until it says that it has seen enough. A page that brings nothing new ends the walk.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="readPage">Reads one page by its number.</param>
    /// <param name="identity">What tells two items apart.</param>
    /// <param name="isEnough">Takes an item; true ends the walk.</param>
    public static async Task RunAsync<T>(Func<int, Task<ResultPage<T>>> readPage, Func<T, string> identity, Func<T, bool> isEnough)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int number = 1; ; number++)
        {
            ResultPage<T> page = await readPage(number).ConfigureAwait(false);
            int before = seen.Count;
            foreach (T item in page.Items)
            {
                if (seen.Add(identity(item)) && isEnough(item))
                {
                    return;
                }
            }

            if (page.IsLast || seen.Count == before)
            {
                return;
            }
        }
    }
}
