namespace CloudflareAiGateway.Client;

/// <summary>Counts answers that lead nowhere: a service that gives the same for ever must not keep us for ever.</summary>
internal sealed class WalkPatience
{
    private const int MostBarrenAnswers = 120;
    private const int MostForeignAnswers = 10;

    private int _barren;
    private int _foreign;

    /// <summary>An answer had new rows.</summary>
    public void Renew() => _barren = _foreign = 0;

    /// <summary>An answer had nothing new.</summary>
    /// <param name="knownPages">How many pages of known rows there may be to pass.</param>
    /// <exception cref="AiGatewayException">UnexpectedResponse: that is enough.</exception>
    public void AddBarren(int knownPages)
    {
        if (++_barren > MostBarrenAnswers + knownPages)
        {
            throw Senseless("The service keeps giving the same log rows.");
        }
    }

    /// <summary>An answer was to another question.</summary>
    /// <exception cref="AiGatewayException">UnexpectedResponse: that is enough.</exception>
    public void AddForeign()
    {
        if (++_foreign > MostForeignAnswers)
        {
            throw Senseless("The service keeps giving log rows from outside of the time that was asked for.");
        }
    }

    private static AiGatewayException Senseless(string message) => new(AiGatewayErrorKind.UnexpectedResponse, message)
    {
        RecommendedAction = "Try again later, or read a shorter time with -After and -Before.",
    };
}
