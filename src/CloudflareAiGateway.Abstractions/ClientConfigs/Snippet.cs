using System;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>Collects the lines of a snippet: line feeds, whatever the machine.</summary>
internal sealed class Snippet
{
    /// <summary>What every snippet asks.</summary>
    public const string Prompt = "Say hello in one sentence.";

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line.</summary>
    public Snippet Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Adds a line when there is reason to.</summary>
    public Snippet LineIf(bool wanted, string line) => wanted ? Line(line) : this;

    /// <summary>Adds what another method writes.</summary>
    public Snippet With(Action<Snippet> write)
    {
        write(this);
        return this;
    }

    /// <summary>The lines so far.</summary>
    /// <returns>The text with a line feed at its end.</returns>
    public override string ToString() => _text.ToString();
}
