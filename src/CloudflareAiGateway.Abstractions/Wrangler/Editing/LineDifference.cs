using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>The lines that a change takes out and puts in, for people to read.</summary>
internal static class LineDifference
{
    /// <summary>Above this many lines by lines the middle counts as replaced as a whole; it is for show only.</summary>
    private const int MaximumCells = 4_000_000;

    /// <summary>Compares two texts.</summary>
    /// <returns>Lines such as <c>- 3: old</c> and <c>+ 4: new</c>, in the order of the text.</returns>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        string[] old = Lines(before);
        string[] young = Lines(after);
        int start = 0;
        while (start < old.Length && start < young.Length && old[start] == young[start])
        {
            start++;
        }

        int oldEnd = old.Length;
        int youngEnd = young.Length;
        while (oldEnd > start && youngEnd > start && old[oldEnd - 1] == young[youngEnd - 1])
        {
            oldEnd--;
            youngEnd--;
        }

        return Compare(old, young, start, oldEnd, youngEnd);
    }

    private static List<string> Compare(string[] old, string[] young, int start, int oldEnd, int youngEnd)
    {
        int rows = oldEnd - start;
        int columns = youngEnd - start;
        int[,]? common = (long)rows * columns <= MaximumCells ? CommonLines(old, young, start, rows, columns) : null;
        var lines = new List<string>();
        int i = 0;
        int j = 0;
        while (i < rows || j < columns)
        {
            if (common is not null && i < rows && j < columns && old[start + i] == young[start + j])
            {
                i++;
                j++;
            }
            else if (i < rows && (j == columns || common is null || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(Show('-', start + i, old[start + i]));
                i++;
            }
            else
            {
                lines.Add(Show('+', start + j, young[start + j]));
                j++;
            }
        }

        return lines;
    }

    /// <summary>How many lines the rests have in common, for each place.</summary>
    private static int[,] CommonLines(string[] old, string[] young, int start, int rows, int columns)
    {
        int[,] common = new int[rows + 1, columns + 1];
        for (int i = rows - 1; i >= 0; i--)
        {
            for (int j = columns - 1; j >= 0; j--)
            {
                common[i, j] = old[start + i] == young[start + j] ? common[i + 1, j + 1] + 1 : System.Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static string[] Lines(string text)
    {
        string[] lines = text.Replace("\r\n", "\n").Split('\n');

        // The piece behind the last line end is no line.
        int count = lines[lines.Length - 1].Length == 0 ? lines.Length - 1 : lines.Length;
        System.Array.Resize(ref lines, count);
        return lines;
    }

    /// <summary>A line may hold a secret of somebody else's beside what is changed.</summary>
    private static string Show(char sign, int index, string line) =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}", sign, index + 1, SecretShape.Mask(line));
}
