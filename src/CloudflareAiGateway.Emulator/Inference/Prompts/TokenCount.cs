namespace CloudflareAiGateway.Emulator;

/// <summary>How tokens are counted: four characters are one, and what is begun counts. An image is 85.</summary>
internal static class TokenCount
{
    public const int OfImage = 85;

    private const int CharactersPerToken = 4;

    public static int Of(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>The beginning of a text that has so many tokens, without half a character at its end.</summary>
    public static string Cut(string text, int tokens)
    {
        if (Of(text) <= tokens)
        {
            return text;
        }

        int length = tokens * CharactersPerToken;
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
