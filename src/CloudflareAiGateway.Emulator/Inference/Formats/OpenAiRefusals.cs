namespace CloudflareAiGateway.Emulator;

/// <summary>What OpenAI says to a request that it does not understand.</summary>
internal static class OpenAiRefusals
{
    public static readonly ProviderRefusal NotJson = new(
        400, "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP library correctly.)");

    public static ProviderRefusal InvalidUrl(string method, string path) => new(404, $"Invalid URL ({method} /v1/{path})");

    public static ProviderRefusal UnknownModel(string model) =>
        new(404, $"The model `{model}` does not exist or you do not have access to it.", "model_not_found");

    /// <summary>What is wrong with a request; null for nothing.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="model">The model; null when it is missing.</param>
    /// <param name="missing">A parameter that must be there and is not; null for none.</param>
    public static ProviderRefusal? Check(ProviderInfo provider, string? model, string? missing)
    {
        if (string.IsNullOrEmpty(model))
        {
            return new ProviderRefusal(400, "you must provide a model parameter");
        }

        if (missing is not null)
        {
            return new ProviderRefusal(400, $"Missing required parameter: '{missing}'.", "missing_required_parameter");
        }

        return provider.MayHave(model) ? null : UnknownModel(model);
    }
}
