namespace CloudflareAiGateway;

/// <summary>A place in a text as editors count it: line and column from 1.</summary>
internal readonly struct TextPosition
{
    private TextPosition(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; }

    /// <summary>Finds the place of an offset.</summary>
    public static TextPosition Of(string text, int offset)
    {
        int line = 1;
        int lineStart = 0;
        int end = offset < text.Length ? offset : text.Length;
        for (int i = 0; i < end; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new TextPosition(line, end - lineStart + 1);
    }

    /// <summary>The place in words.</summary>
    /// <returns>Such as <c>line 3, column 7</c>.</returns>
    public override string ToString() => $"line {Line}, column {Column}";
}
