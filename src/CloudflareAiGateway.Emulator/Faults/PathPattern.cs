namespace CloudflareAiGateway.Emulator;

/// <summary>Patterns in which <c>*</c> stands for any text, slashes included.</summary>
internal static class PathPattern
{
    public static bool IsMatch(string pattern, string path)
    {
        int p = 0;
        int s = 0;
        int star = -1;
        int resume = 0;
        while (s < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = s;
            }
            else if (p < pattern.Length && pattern[p] == path[s])
            {
                p++;
                s++;
            }
            else if (star >= 0)
            {
                // Let the last star take one character more, and try again from behind it.
                p = star + 1;
                s = ++resume;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
