using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Reads models from raw documents that an answer held, or that were made of one.</summary>
internal static class WireModel
{
    /// <summary>Reads a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="request">What was asked, for the message of a failure.</param>
    /// <param name="what">What the document is, such as <c>price</c>.</param>
    /// <exception cref="AiGatewayException">UnexpectedResponse: a member has no value that the model can take.</exception>
    public static T Read<T>(JsonObject document, ApiRequest request, string what)
    {
        try
        {
            return document.Deserialize<T>(WireJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw ErrorFactory.Own(request, AiGatewayErrorKind.UnexpectedResponse, $"Could not {request.Purpose}: the {what} in the answer cannot be read at {exception.Path}.");
        }
    }
}
