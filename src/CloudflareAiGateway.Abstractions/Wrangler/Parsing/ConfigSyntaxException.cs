using System;

namespace CloudflareAiGateway;

/// <summary>A configuration file that cannot be read, or not be changed without guessing.</summary>
internal sealed class ConfigSyntaxException : Exception
{
    /// <summary>Says what is wrong, and where.</summary>
    /// <param name="problem">What is wrong, as a sentence without a full stop.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="offset">Where in it.</param>
    public ConfigSyntaxException(string problem, string text, int offset)
        : base(problem)
    {
        Position = TextPosition.Of(text, offset);
    }

    /// <summary>Where it is.</summary>
    public TextPosition Position { get; }
}
