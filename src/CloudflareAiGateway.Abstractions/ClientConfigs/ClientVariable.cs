namespace CloudflareAiGateway;

/// <summary>An environment variable that a client reads. Its value is not here: it is a secret.</summary>
public sealed class ClientVariable
{
    internal ClientVariable(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The variable's name.</summary>
    public string Name { get; }

    /// <summary>What goes in.</summary>
    public string Description { get; }

    /// <summary>Name and what goes in.</summary>
    /// <returns>Such as <c>OPENAI_API_KEY: an API key of OpenAI</c>.</returns>
    public override string ToString() => $"{Name}: {Description}";
}
