using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>The page that a list call asks for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Items on a full page.</param>
internal readonly record struct Page(int Number, int Size)
{
    private const int DefaultSize = 20;

    /// <summary>Reads <c>page</c> and <c>per_page</c>; adds what is wrong with them to the problems.</summary>
    public static Page Read(QueryString query, int minimumSize, int maximumSize, List<Problem> problems) =>
        new(ReadNumber(query, "page", 1, 1, int.MaxValue, problems), ReadNumber(query, "per_page", DefaultSize, minimumSize, maximumSize, problems));

    /// <summary>Reads a whole number; adds what is wrong with it to the problems.</summary>
    public static int ReadNumber(QueryString query, string name, int fallback, int minimum, int maximum, List<Problem> problems)
    {
        if (query[name] is not string text)
        {
            return fallback;
        }

        string? trouble = null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || double.IsNaN(number))
        {
            trouble = "Expected number, received nan";
        }
        else if (number != double.Truncate(number))
        {
            trouble = "Expected integer, received float";
        }
        else if (number < minimum)
        {
            trouble = string.Create(CultureInfo.InvariantCulture, $"Number must be greater than or equal to {minimum}");
        }
        else if (number > maximum)
        {
            trouble = string.Create(CultureInfo.InvariantCulture, $"Number must be less than or equal to {maximum}");
        }

        if (trouble is null)
        {
            return (int)number;
        }

        problems.Add(new Problem(7001, trouble, ["query", name]));
        return fallback;
    }
}
