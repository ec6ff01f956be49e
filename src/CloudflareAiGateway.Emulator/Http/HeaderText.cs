namespace CloudflareAiGateway.Emulator;

/// <summary>Texts of others that go into headers.</summary>
internal static class HeaderText
{
    /// <summary>Puts a question mark in the place of what a header cannot hold.</summary>
    public static string Clean(string text) => string.Create(text.Length, text, static (target, text) =>
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = char.IsBetween(text[i], ' ', '~') ? text[i] : '?';
        }
    });
}
